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
import org.jsoup.Jsoup;

/** The whole product as {@code ./run --detach} starts it, known only by what {@code .run/stack.json} says. */
final class Stack implements AutoCloseable {
    private static final Path ROOT = Path.of(System.getProperty("project.root"));
    private final Path file;
    private final JsonNode description;

    private Stack(Path file, JsonNode description) {
        this.file = file;
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
        return of(Path.of(".run/stack.json"));
    }

    /** One that runs already. */
    static Stack of(Path file) {
        try {
            return new Stack(file, Api.JSON.readTree(ROOT.resolve(file).toFile()));
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

    /** Of the part's present process. */
    long pid(String part) {
        return of(file).description.get("pids").get(part).asLong();
    }

    /** SIGKILL to the part's process; the part {@code mail} only closes its port. */
    void kill(String part) {
        control(part, "kill");
    }

    /** Starts a killed part again, where it was, and waits until it is ready. */
    void start(String part) {
        control(part, "start");
    }

    private void control(String part, String act) {
        Api.of(description.get("controlUrl").asText())
                .post("/parts/" + part + "/" + act, "")
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

    /** Every mail to anybody, newest first. */
    JsonNode allMails() {
        return Api.of(description.get("mailboxUrl").asText())
                .get("")
                .expect(200)
                .json();
    }

    /** Where the links in the mails to the address lead that begin with this path, newest first. */
    List<String> links(String address, String path) {
        var links = new ArrayList<String>();
        for (var mail : mails(address)) {
            var found = Jsoup.parse(mail.get("html").asText()).selectFirst("a[href*=" + path + "]");
            if (found != null) {
                links.add(found.attr("href"));
            }
        }
        return links;
    }

    /** The newest link of the kind, waiting until one is there. */
    String awaitLink(String address, String path) {
        return Eventually.found(
                "a mail to " + address + " with a link to " + path,
                () -> links(address, path).stream().findFirst());
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
            if (!process.waitFor(7, TimeUnit.MINUTES) || process.exitValue() != 0) {
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
