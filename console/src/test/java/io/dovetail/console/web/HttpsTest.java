package io.dovetail.console.web;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.console.testing.Browser;
import io.dovetail.console.testing.Services;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What browsers get that come by https, although the proxy in between speaks http to the console. */
@QuarkusTest
@QuarkusTestResource(Services.class)
@TestProfile(HttpsTest.PublicHttps.class)
class HttpsTest {
    private final Browser browser = new Browser();

    /** The public address is one of https. */
    public static class PublicHttps implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("dovetail.public-url", "https://app.example.com");
        }
    }

    @BeforeEach
    void openPage() {
        Services.reset();
        browser.get("/sign-in");
    }

    @Test
    void everyCookieIsSecureAndBoundToTheHost() {
        Services.answer("POST /api/sessions", 201, Browser.session("MEMBER", 600, "token-1"));

        var session = browser.post("/sign-in/password", Map.of("email", "ada@acme.example", "password", "right"));
        var link = browser.get("/password/abc");

        session.then().statusCode(303).header("Location", "https://app.example.com/");
        assertBoundToTheHost(session.detailedCookie("__Host-dovetail-session"));
        assertBoundToTheHost(link.detailedCookie("__Host-dovetail-password-link"));
        assertBoundToTheHost(new Browser().get("/sign-in").detailedCookie("__Host-dovetail-csrf"));
    }

    private static void assertBoundToTheHost(Cookie cookie) {
        assertTrue(cookie.isSecured(), cookie.toString());
        assertTrue(cookie.isHttpOnly(), cookie.toString());
        assertEquals("/", cookie.getPath());
        assertFalse(cookie.hasDomain(), cookie.toString());
    }

    @Test
    void tellsBrowsersToKeepToHttps() {
        browser.get("/sign-in").then().header("Strict-Transport-Security", startsWith("max-age="));
        browser.get("/assets/console.css").then().header("Strict-Transport-Security", startsWith("max-age="));
    }

    @Test
    void forwardsTheBrowsersCookieUnderItsBoundName() {
        Services.answer("POST /api/sessions", 201, Browser.session("MEMBER", 600, "token-1"));
        browser.cookie("__Host-dovetail-browser", "b_-1");

        browser.get("/auth/complete?ticket=t1").then().statusCode(303);

        assertEquals(
                "__Host-dovetail-browser=b_-1",
                Services.last("POST /api/sessions").cookie());
    }

    @Test
    void anotherOriginsAddressNeverBecomesALocation() {
        Services.answer("POST /api/sessions", 201, Browser.session("MEMBER", 600, "token-1"));

        browser.get("/auth/complete?ticket=t1&returnTo=https%3A%2F%2Fapp.example.com.evil.example%2F")
                .then()
                .header("Location", equalTo("https://app.example.com/"));
    }
}
