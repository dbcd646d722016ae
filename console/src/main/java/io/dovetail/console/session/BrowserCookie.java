package io.dovetail.console.session;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** The cookie by which the services know a browser again; it alone goes on to them, never the session's. */
public final class BrowserCookie {
    private static final List<String> NAMES = List.of("__Host-dovetail-browser", "dovetail-browser");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_-]{1,200}");

    private BrowserCookie() {}

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
