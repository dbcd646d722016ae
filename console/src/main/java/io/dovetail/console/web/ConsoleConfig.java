package io.dovetail.console.web;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.List;

/** Where the console stands and where it finds the REST calls. */
@ConfigMapping(prefix = "dovetail")
public interface ConsoleConfig {

    /** The one origin that browsers see, such as https://app.example.com. */
    URI publicUrl();

    /**
     * Who may tell in X-Forwarded-For where a browser calls from: addresses of IPv4, networks. Default 127.0.0.1 and
     * ::1/128; {@code quarkus.http.proxy.trusted-proxies} has it from here.
     */
    List<String> trustedProxies();

    Console console();

    /** What only the console is told. */
    interface Console {

        /**
         * The base of all REST calls: an address that routes like the public origin and leaves X-Forwarded-For as it
         * is, or one with {@code {service}} in the place of the service's name, such as {@code http://{service}}.
         */
        String apiUrl();

        /** 32 random bytes each, base64url: the first seals the session cookie, all open it. */
        List<String> cookieKeys();
    }

    default boolean secure() {
        return "https".equals(publicUrl().getScheme());
    }
}
