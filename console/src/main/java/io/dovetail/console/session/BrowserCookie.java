package io.dovetail.console.session;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** The cookie by which the services know a browser again; it alone goes on to them, never the session's. */
public final class BrowserCookie {
    private static final List<String> NAMES = List.of("__Host-dovetail-browser", "dovetail-browser");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_-]{1,200}");

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private BrowserCookie() {}

    /**
     * For a browser that has none yet, as sso-service would set it.
     *
     * @param secure whether the public address is https
     */
    public static NewCookie create(boolean secure) {
        var value = new byte[BYTES];
        RANDOM.nextBytes(value);
        return new NewCookie.Builder(NAMES.get(secure ? 0 : 1))
                .value(Base64.getUrlEncoder().withoutPadding().encodeToString(value))
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    /** The header to send on; none when the browser has no such cookie. */
    public static Map<String, String> of(HttpHeaders headers) {
        return NAMES.stream()
                .map(headers.getCookies()::get)
                .filter(Objects::nonNull)
                .filter(found -> VALUE.matcher(found.getValue()).matches())
                .findFirst()
                .map(found -> Map.of("Cookie", found.getName() + "=" + found.getValue()))
                .orElse(Map.of());
    }
}
