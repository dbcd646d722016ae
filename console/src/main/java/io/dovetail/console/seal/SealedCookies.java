package io.dovetail.console.seal;

import io.dovetail.console.web.ConsoleConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;

/** Cookies that no script and no other site reads, and that hold nothing in clear. */
@ApplicationScoped
public class SealedCookies {
    /** Browsers drop a cookie whose name and value are longer than 4,096 bytes together (RFC 6265bis, section 5.6). */
    private static final int LONGEST = 4_000;

    /** A cookie that the browser keeps until it is closed. */
    public static final Duration WHILE_OPEN = Duration.ofSeconds(-1);

    private final Seal seal;
    private final ConsoleConfig config;

    SealedCookies(Seal seal, ConsoleConfig config) {
        this.seal = seal;
        this.config = config;
    }

    /** @param name without the prefix that https gives it; also the purpose under which the content is sealed */
    public NewCookie create(String name, Object content, Duration life) {
        var value = seal.seal(name, content);
        if (value.length() > LONGEST) {
            throw new IllegalStateException("the content does not fit into a cookie name=" + name);
        }
        return cookie(name, value, (int) life.toSeconds());
    }

    /** Empty when there is none, or when it was sealed by nobody we know or for another purpose. */
    public <T> Optional<T> find(HttpHeaders headers, String name, Class<T> type) {
        return Optional.ofNullable(headers.getCookies().get(fullName(name)))
                .filter(cookie -> cookie.getValue().length() <= LONGEST)
                .flatMap(cookie -> seal.open(name, type, cookie.getValue()));
    }

    public NewCookie remove(String name) {
        return cookie(name, "", 0);
    }

    /** The prefix binds a cookie to this very host, and browsers take it with Secure only (RFC 6265bis, 4.1.3.2). */
    private String fullName(String name) {
        return config.secure() ? "__Host-" + name : name;
    }

    private NewCookie cookie(String name, String value, int maxAge) {
        return new NewCookie.Builder(fullName(name))
                .value(value)
                .path("/")
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(config.secure())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
