package io.dovetail.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The whole product as {@code ./run --detach} starts it, known only by what {@code .run/stack.json} says. */
final class Stack implements AutoCloseable {
    private static final Path ROOT = Path.of(System.getProperty("project.root"));
    private final JsonNode description;

    private Stack(JsonNode description) {
        this.description = description;
    }

    static Stack start() {
        return launch(List.of());
    }

    static Stack startOverHttps() {
        return launch(List.of("--https"));
    }

    private static Stack launch(List<String> options) {
        var command = new ArrayList<>(List.of("./run", "--detach", "--port", String.valueOf(freePort())));
        command.addAll(options);
        run(command);
        try {
            return new Stack(Api.JSON.readTree(ROOT.resolve(".run/stack.json").toFile()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String publicUrl() {
        return description.get("publicUrl").asText();
    }

    String testIdpUrl() {
        return description.get("testIdpUrl").asText();
    }

    String kafka() {
        return description.get("kafka").asText();
    }

    /** The public address as a JSON client sees it. */
    Api api() {
        return Api.of(publicUrl());
    }

    Api operator() {
        return api().with("X-Operator-Key", description.get("operatorKey").asText());
    }

    Database database(String service) {
        return new Database(description.get("jdbc").get(service));
    }

    /** SIGKILL to the part's process. */
    void kill(String part) {
        var pid = description.get("pids").get(part).asLong();
        ProcessHandle.of(pid).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    /** Starts a killed part again, where it was. */
    void start(String part) {
        Api.of(description.get("controlUrl").asText())
                .post("/parts/" + part + "/start", "")
                .expect(200);
    }

    /** The newest mail to the address, waiting until one is there. */
    JsonNode awaitMail(String address) {
        return Eventually.found("a mail to " + address, () -> {
            var mails = mails(address);
            return mails.isEmpty() ? Optional.empty() : Optional.of(mails.get(0));
        });
    }

    JsonNode mails(String address) {
        var query = "?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
        return Api.of(description.get("mailboxUrl").asText() + query)
                .get("")
                .expect(200)
                .json();
    }

    @Override
    public void close() {
        run(List.of("./run", "--stop"));
    }

    private static void run(List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .directory(ROOT.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/run.log")))
                    .start();
            if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new AssertionError(String.join(" ", command) + " failed; see target/run.log");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
