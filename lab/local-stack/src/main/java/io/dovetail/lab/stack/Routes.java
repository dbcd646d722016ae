package io.dovetail.lab.stack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which part answers which path of the public origin: whole segments, as the ingress in Kubernetes matches them. */
final class Routes {
    private static final Map<String, String> PARTS = parts();

    private Routes() {}

    private static Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("/auth/saml", "sso-service");
        parts.put("/api/sso", "sso-service");
        parts.put("/api/bindings", "binding-service");
        parts.put("/api/binding-links", "binding-service");
        for (var path : new String[] {
            "/api/companies",
            "/api/users",
            "/api/invitations",
            "/api/sign-in",
            "/api/sessions",
            "/api/password-resets",
            "/api/me",
            "/api/audit",
            "/.well-known/jwks.json"
        }) {
            parts.put(path, "user-service");
        }
        parts.put("/api/deliveries", "notification-service");
        return parts;
    }

    /** Empty for {@code /q}, which nobody reaches from outside. */
    static Optional<String> partFor(String path) {
        if (begins(path, "/q")) {
            return Optional.empty();
        }
        return Optional.of(PARTS.entrySet().stream()
                .filter(route -> begins(path, route.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("console"));
    }

    private static boolean begins(String path, String segments) {
        return path.equals(segments) || path.startsWith(segments + "/");
    }
}
