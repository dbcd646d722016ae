package io.dovetail.console.web;

import java.net.URI;

/**
 * Where a REST call goes: to one address that routes like the public origin, or, where {@code {service}} stands in it,
 * to the service whose call it is, as in deploy/base/ingress.yaml.
 */
record ServiceAddresses(String apiUrl) {
    private static final String SERVICE = "{service}";

    /** @param path of the call, with its query */
    URI of(String path) {
        return URI.create(apiUrl.replace(SERVICE, service(path))).resolve(path);
    }

    private static String service(String path) {
        var segments = path.split("[/?]", 4);
        return switch (segments.length > 2 ? segments[2] : "") {
            case "sso" -> "sso-service";
            case "bindings", "binding-links" -> "binding-service";
            case "deliveries" -> "notification-service";
            default -> "user-service";
        };
    }
}
