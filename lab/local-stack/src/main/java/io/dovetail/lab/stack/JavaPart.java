package io.dovetail.lab.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** One of our own programs in a process of its own: it can be killed, and started again as it was. */
final class JavaPart {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final URI ready;
    private final Path log;
    private volatile Process process;

    /** @param ready answers 200 when the part can work */
    JavaPart(String name, Path jar, List<String> arguments, Map<String, String> environment, URI ready, Path log) {
        this.name = name;
        this.command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:MetaspaceSize=128m",
                "-XX:+UseSerialGC",
                // An eighth of the time to start; the modules' own tests run with verification, and so does what is
                // deployed
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-jar",
                jar.toString()));
        command.addAll(arguments);
        this.environment = environment;
        this.ready = ready;
        this.log = log;
        this.process = launch();
    }

    String name() {
        return name;
    }

    long pid() {
        return process.pid();
    }

    Path log() {
        return log;
    }

    /** SIGKILL, and waits until the process is gone. */
    synchronized void kill() {
        process.destroyForcibly().onExit().join();
    }

    synchronized void startAgain() {
        if (!process.isAlive()) {
            process = launch();
        }
        awaitReady();
    }

    /** Asks it to end, and ends it after ten seconds. */
    synchronized void stop() {
        process.destroy();
        process.onExit()
                .orTimeout(10, java.util.concurrent.TimeUnit.SECONDS)
                .exceptionally(late -> {
                    process.destroyForcibly().onExit().join();
                    return process;
                })
                .join();
    }

    void awaitReady() {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException(name + " did not become ready; see " + log);
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private boolean isReady() {
        try {
            var request =
                    HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(2)).build();
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private Process launch() {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(name + " did not start", failure);
        }
    }
}
