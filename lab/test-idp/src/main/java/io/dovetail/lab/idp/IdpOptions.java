package io.dovetail.lab.idp;

import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * How the provider is started.
 *
 * @param port of 127.0.0.1; 0 takes a free one
 * @param baseUrl the address that browsers use, or null for {@code http://127.0.0.1:port}
 * @param clock gives the responses their times
 */
public record IdpOptions(int port, @Nullable URI baseUrl, Clock clock) {

    /** Any free port, the machine's clock. */
    public static IdpOptions onFreePort() {
        return new IdpOptions(0, null, Clock.systemUTC());
    }

    /** Reads {@code --port N [--base-url URL]}. */
    public static IdpOptions parse(String... arguments) {
        int port = 0;
        URI baseUrl = null;
        for (int i = 0; i < arguments.length; i += 2) {
            String value = i + 1 < arguments.length ? arguments[i + 1] : "";
            switch (arguments[i]) {
                case "--port" -> port = port(value);
                case "--base-url" -> baseUrl = baseUrl(value);
                default -> throw new IllegalArgumentException("Unknown option " + arguments[i]);
            }
        }
        return new IdpOptions(port, baseUrl, Clock.systemUTC());
    }

    public IdpOptions withPort(int value) {
        return new IdpOptions(value, baseUrl, clock);
    }

    public IdpOptions withBaseUrl(URI value) {
        return new IdpOptions(port, value, clock);
    }

    public IdpOptions withClock(Clock value) {
        return new IdpOptions(port, baseUrl, value);
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--port takes a number: " + text, e);
        }
        throw new IllegalArgumentException("--port takes a number from 0 to 65535: " + text);
    }

    private static URI baseUrl(String text) {
        URI url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        if (url.getHost() == null || !String.valueOf(url.getScheme()).startsWith("http")) {
            throw new IllegalArgumentException("--base-url takes an http or https address: " + text);
        }
        return url;
    }
}
