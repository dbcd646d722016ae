package io.dovetail.lab.idp.check.browser;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A cookie jar, by host; paths and ends are not looked at, since a check lasts no longer than one sign-in. */
final class Cookies {

    private final Map<String, Map<String, String>> byHost = new HashMap<>();

    /** The Cookie header for an address, if there is anything to send. */
    Optional<String> of(URI address) {
        return Optional.ofNullable(byHost.get(String.valueOf(address.getHost())))
                .filter(jar -> !jar.isEmpty())
                .map(jar -> jar.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; ")));
    }

    void keep(URI address, HttpHeaders headers) {
        Map<String, String> jar =
                byHost.computeIfAbsent(String.valueOf(address.getHost()), host -> new LinkedHashMap<>());
        headers.allValues("Set-Cookie").forEach(header -> keep(jar, header));
    }

    boolean has(String name) {
        return byHost.values().stream().anyMatch(jar -> jar.containsKey(name));
    }

    Cookies copy() {
        Cookies copy = new Cookies();
        byHost.forEach((host, jar) -> copy.byHost.put(host, new LinkedHashMap<>(jar)));
        return copy;
    }

    private static void keep(Map<String, String> jar, String header) {
        String pair = header.split(";", 2)[0];
        int equals = pair.indexOf('=');
        if (equals < 1) {
            return;
        }
        String name = pair.substring(0, equals).strip();
        String value = pair.substring(equals + 1).strip();
        if (value.isEmpty() || header.toLowerCase(Locale.ROOT).matches(".*max-age=0(;.*)?")) {
            jar.remove(name);
        } else {
            jar.put(name, value);
        }
    }
}
