package io.dovetail.console.web;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * What the console owes browsers that come by https; the framework can't know, for behind a proxy it sees http alone.
 *
 * <p>The CSRF cookie is Secure and bound to the host by its name, and browsers are told to keep to https (RFC 6797).
 */
public class HttpsDefaults implements ConfigSourceFactory {
    private static final int BELOW_EVERY_FILE = 50;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        var publicUrl = context.getValue("dovetail.public-url");
        var secure = publicUrl != null
                && publicUrl.getValue() != null
                && publicUrl.getValue().startsWith("https:");
        return List.of(new PropertiesConfigSource(defaults(secure), "HttpsDefaults", BELOW_EVERY_FILE));
    }

    private static Map<String, String> defaults(boolean secure) {
        var defaults = new HashMap<String, String>();
        defaults.put("quarkus.rest-csrf.cookie-force-secure", String.valueOf(secure));
        defaults.put("quarkus.rest-csrf.cookie-name", secure ? "__Host-dovetail-csrf" : "dovetail-csrf");
        if (secure) {
            defaults.put("quarkus.http.header.\"Strict-Transport-Security\".value", "max-age=31536000");
        }
        return defaults;
    }
}
