package io.dovetail.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A real Keycloak on a site of its own (127.0.0.1), set up through its admin REST API. */
final class Keycloak implements AutoCloseable {
    /** A good while less than the minute that it works. */
    private static final Duration TOKEN_LIFE = Duration.ofSeconds(30);

    private final Process process;
    private final String base;
    private final AtomicInteger realms = new AtomicInteger();
    private String token = "";
    private long tokenSince = System.nanoTime() - TOKEN_LIFE.multipliedBy(2).toNanos();

    private Keycloak(Process process, String base) {
        this.process = process;
        this.base = base;
    }

    /** Starts the distribution that the build unpacked and waits until it answers. */
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

    String base() {
        return base;
    }

    /** A realm of its own for one company: all companies have the same SP entity ID, and people of the same names. */
    KeycloakRealm newRealm() {
        return KeycloakRealm.create(this, "works-" + realms.incrementAndGet());
    }

    /** The admin REST API, with a token of a minute. */
    synchronized Api admin() {
        if (System.nanoTime() - tokenSince > TOKEN_LIFE.toNanos()) {
            token = token();
            tokenSince = System.nanoTime();
        }
        return Api.of(base).bearing(token);
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
