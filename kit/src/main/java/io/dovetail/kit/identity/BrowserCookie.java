package io.dovetail.kit.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;

/**
 * The random cookie by which a browser is recognised from the start of a sign-in to its end.
 *
 * <p>One per browser, {@code Lax}: a cross-site POST does not carry it, and nobody expects it to (design.md, section
 * 5). Only its hash is stored or travels in tickets.
 */
@ApplicationScoped
public class BrowserCookie {
    private static final String PLAIN = "dovetail-browser";
    private final boolean secure;

    public BrowserCookie(PublicUrl publicUrl) {
        this.secure = publicUrl.secure();
    }

    /** Prefixed with {@code __Host-} exactly when the public URL is https. */
    public String name() {
        return secure ? "__Host-" + PLAIN : PLAIN;
    }

    /** A session cookie with the given value. */
    public NewCookie create(String value) {
        return new NewCookie.Builder(name())
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    public static String hash(String value) {
        return Secrets.sha256(value);
    }
}
