package io.dovetail.kit.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dovetail.kit.event.Envelope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;

/** Relays of the tests, in this process and in processes of their own; those still running end with the test. */
final class Relays implements AutoCloseable {
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    static OutboxBatch batch(RelayConfig config) {
        return new OutboxBatch(config, new Envelope(new ObjectMapper().findAndRegisterModules(), "kit-test"));
    }

    /** Starts one more relay in this process, on the application's database. */
    OutboxRelay start(RelayConfig config, String kafka) {
        var relay = new OutboxRelay(
                config,
                batch(config),
                Map.of("bootstrap.servers", kafka),
                setting("quarkus.datasource.jdbc.url"),
                setting("quarkus.datasource.username"),
                setting("quarkus.datasource.password"));
        relay.start();
        running.push(relay::stop);
        return relay;
    }

    OutboxRelay start() {
        return start(RelaySettings.usual(), kafka());
    }

    /** Starts a relay in a process of its own. */
    Process startProcess() {
        try {
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx128m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            RelayMain.class.getName(),
                            setting("quarkus.datasource.jdbc.url"),
                            setting("quarkus.datasource.username"),
                            setting("quarkus.datasource.password"),
                            kafka())
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("target", "relay-process.log").toFile())
                    .start();
            running.push(() -> kill(process));
            return process;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** SIGKILL, and waits until the process is gone. */
    static void kill(Process process) {
        try {
            if (!process.destroyForcibly().waitFor(10, TimeUnit.SECONDS)) {
                throw new AssertionError("the process survived SIGKILL pid=" + process.pid());
            }
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    static String kafka() {
        return setting("kafka.bootstrap.servers");
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    @Override
    public void close() throws Exception {
        while (!running.isEmpty()) {
            running.pop().close();
        }
    }
}
