package io.dovetail.console.web;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Makes the CSRF cookie Secure where browsers come by https: behind a proxy the framework sees http alone. */
public class CsrfCookieDefaults implements ConfigSourceFactory {
    private static final int BELOW_EVERY_FILE = 50;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        var publicUrl = context.getValue("dovetail.public-url");
        var secure = publicUrl != null
                && publicUrl.getValue() != null
                && publicUrl.getValue().startsWith("https:");
        var values = Map.of(
                "quarkus.rest-csrf.cookie-force-secure",
                String.valueOf(secure),
                "quarkus.rest-csrf.cookie-name",
                secure ? "__Host-dovetail-csrf" : "dovetail-csrf");
        return List.of(new PropertiesConfigSource(values, "CsrfCookieDefaults", BELOW_EVERY_FILE));
    }
}
