package io.dovetail.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real Keycloak on a site of its own (127.0.0.1), set up through its admin REST API. */
final class Keycloak implements AutoCloseable {
    private static final String REALM = "works";
    private final Process process;
    private final String base;

    private Keycloak(Process process, String base) {
        this.process = process;
        this.base = base;
    }

    /** Starts the distribution that the build unpacked and waits until it answers; one realm is there. */
    static Keycloak start() {
        try {
            var home = unpacked();
            var data = Files.createTempDirectory("dovetail-keycloak");
            var port = freePort();
            var builder = new ProcessBuilder(
                    home.resolve("bin/kc.sh").toString(),
                    "start-dev",
                    "--http-host=127.0.0.1",
                    "--http-port=" + port,
                    "--db-url-path=" + data);
            builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
            builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin");
            builder.environment().put("JAVA_OPTS_APPEND", "-Xmx512m -XX:TieredStopAtLevel=1");
            builder.redirectErrorStream(true).redirectOutput(new File("target/keycloak.log"));
            var keycloak = new Keycloak(builder.start(), "http://127.0.0.1:" + port);
            Eventually.until("Keycloak", keycloak::answers);
            keycloak.createRealm();
            return keycloak;
        } catch (IOException failure) {
            throw new UncheckedIOException("Keycloak did not start; see target/keycloak.log", failure);
        }
    }

    private static Path unpacked() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("target/keycloak"))) {
            return folders.filter(Files::isDirectory).findFirst().orElseThrow().toAbsolutePath();
        }
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new AssertionError("Keycloak ended; see target/keycloak.log");
        }
        try {
            return Api.of(base).get("/realms/master").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private void createRealm() {
        admin().post("/admin/realms", Map.of("realm", REALM, "enabled", true)).expect(201);
    }

    /** The client as our SP metadata describes it, with the three attributes. */
    void connect(String spMetadata) {
        var admin = admin();
        var described = admin.send(
                        "POST", "/admin/realms/" + REALM + "/client-description-converter", "text/plain", spMetadata)
                .expect(200);
        var client = (ObjectNode) described.json();
        var attributes = (ObjectNode) client.get("attributes");
        attributes.put("saml.assertion.signature", "true");
        attributes.put("saml.client.signature", "false");
        client.set(
                "protocolMappers",
                Api.JSON.valueToTree(List.of(
                        mapper("first_name", "firstName"),
                        mapper("last_name", "lastName"),
                        mapper("saml_id", "username"))));
        admin.post("/admin/realms/" + REALM + "/clients", client).expect(201);
    }

    void addPerson(String username, String password, String firstName, String lastName, String email) {
        admin().post(
                        "/admin/realms/" + REALM + "/users",
                        Map.of(
                                "username", username,
                                "enabled", true,
                                "emailVerified", true,
                                "email", email,
                                "firstName", firstName,
                                "lastName", lastName,
                                "credentials",
                                        List.of(Map.of("type", "password", "value", password, "temporary", false))))
                .expect(201);
    }

    String base() {
        return base;
    }

    String metadataUrl() {
        return base + "/realms/" + REALM + "/protocol/saml/descriptor";
    }

    private static Map<String, Object> mapper(String attribute, String property) {
        return Map.of(
                "name",
                attribute,
                "protocol",
                "saml",
                "protocolMapper",
                "saml-user-property-mapper",
                "config",
                Map.of(
                        "user.attribute", property,
                        "attribute.name", attribute,
                        "attribute.nameformat", "Basic"));
    }

    /** The admin REST API, with a token of a minute. */
    Api admin() {
        return Api.of(base).bearing(token());
    }

    private String token() {
        JsonNode answer = Api.of(base)
                .send(
                        "POST",
                        "/realms/master/protocol/openid-connect/token",
                        "application/x-www-form-urlencoded",
                        "grant_type=password&client_id=admin-cli&username=admin&password=admin")
                .expect(200)
                .json();
        return answer.get("access_token").asText();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
