package io.dovetail.lab.stack;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The environment of each of our processes: the same variables that Kubernetes sets (deploy/base/configuration.yaml).
 */
record Environments(
        StackOptions options,
        StackSecrets secrets,
        Map<String, PostgresPart.Database> databases,
        Ports ports,
        String kafka) {

    Map<String, String> ofService(String service) {
        var database = Objects.requireNonNull(databases.get(service));
        var environment = new HashMap<String, String>(common(service));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
        environment.put("QUARKUS_DATASOURCE_USERNAME", database.username());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
        environment.put("DOVETAIL_OPERATOR_KEY_HASHES", secrets.operatorKeyHash());
        environment.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", "file:" + secrets.keySet());
        // Everybody here comes from one address
        environment.put("DOVETAIL_RATE_LIMITS_PER_ADDRESS", "1000000");
        environment.put("DOVETAIL_RATE_LIMITS_PER_COMPANY", "1000000");
        environment.put("SMALLRYE_CONFIG_LOCATIONS", "file:" + secrets.ticketKeys(service));
        switch (service) {
            case "user-service" ->
                environment.put(
                        "DOVETAIL_JWT_SIGNING_KEY_LOCATION",
                        secrets.signingKey().toString());
            case "notification-service" -> {
                environment.put("QUARKUS_MAILER_HOST", "127.0.0.1");
                environment.put("QUARKUS_MAILER_PORT", String.valueOf(ports.of("smtp")));
                // What a killed sender held goes out within half a minute; the mail server is beside it and never slow
                environment.put("QUARKUS_MAILER_TIMEOUT", "2S");
                environment.put("DOVETAIL_MAIL_SENDER_LEASE", "PT25S");
            }
            // Companies are small here: their jobs take several batches nevertheless
            case "binding-service" -> environment.put("DOVETAIL_BINDINGS_SENDING_BATCH", "20");
            case "sso-service" -> {
                environment.put("DOVETAIL_SSO_ALLOW_PRIVATE_ADDRESSES", "true");
                environment.put("DOVETAIL_SSO_ALLOW_INSECURE_PROVIDERS", "true");
            }
            default -> {}
        }
        return environment;
    }

    Map<String, String> ofConsole() {
        var environment = new HashMap<String, String>(common("console"));
        environment.put("DOVETAIL_CONSOLE_API_URL", "http://localhost:" + ports.of("internal"));
        environment.put("DOVETAIL_CONSOLE_COOKIE_KEYS", secrets.cookieKey());
        return environment;
    }

    private Map<String, String> common(String part) {
        return Map.of(
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_HTTP_PORT", String.valueOf(ports.of(part)),
                "DOVETAIL_PUBLIC_URL", options.publicUrl());
    }
}
