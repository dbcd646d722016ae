package io.dovetail.kit.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** The browser's cookie is as strict as the public address allows. */
class BrowserCookieTest {

    @Test
    void isBoundToTheHostAndSecureWhenThePublicAddressIsHttps() {
        var cookie = new BrowserCookie(new PublicUrl(URI.create("https://app.example.com"))).create("value");

        assertEquals("__Host-dovetail-browser", cookie.getName());
        assertEquals("value", cookie.getValue());
        assertEquals("/", cookie.getPath());
        assertTrue(cookie.isSecure());
        assertTrue(cookie.isHttpOnly());
        assertEquals(NewCookie.SameSite.LAX, cookie.getSameSite());
    }

    @Test
    void hasNoPrefixAndIsNotSecureOnPlainHttp() {
        var cookie = new BrowserCookie(new PublicUrl(URI.create("http://localhost:8080"))).create("value");

        assertEquals("dovetail-browser", cookie.getName());
        assertFalse(cookie.isSecure());
        assertTrue(cookie.isHttpOnly());
    }
}
