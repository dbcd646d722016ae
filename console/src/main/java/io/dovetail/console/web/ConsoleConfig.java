package io.dovetail.console.web;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.List;

/** Where the console stands and where it finds the REST calls. */
@ConfigMapping(prefix = "dovetail")
public interface ConsoleConfig {

    /** The one origin that browsers see, such as https://app.example.com. */
    URI publicUrl();

    Console console();

    /** What only the console is told. */
    interface Console {

        /** The base of all REST calls; routes like the public origin. */
        URI apiUrl();

        /** 32 random bytes each, base64url: the first seals the session cookie, all open it. */
        List<String> cookieKeys();
    }

    default boolean secure() {
        return "https".equals(publicUrl().getScheme());
    }
}
