package io.dovetail.lab.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * A Kafka broker in a process of its own, so that it can be killed like one.
 *
 * <p>{@link #kill} and {@link #start()} keep port and data. The process ends with its parent.
 */
public final class KafkaPart implements AutoCloseable {
    private static final List<String> TOPICS =
            List.of("dovetail.sso", "dovetail.users", "dovetail.bindings", "dovetail.mail");
    private static final int PARTITIONS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final int port;
    private final int controllerPort;
    private final Path folder;
    private final Path log;
    private volatile Process process;

    private KafkaPart(int port, int controllerPort, Path folder, Path log) {
        this.port = port;
        this.controllerPort = controllerPort;
        this.folder = folder;
        this.log = log;
        this.process = launch();
    }

    /** Starts with its data in the given folder and returns when the broker answers and our topics are there. */
    public static KafkaPart start(Path folder) {
        var part = begin(folder, folder);
        part.awaitReady();
        return part;
    }

    /** Begins to start with its data and its log in the given folders; the address is good already. */
    static KafkaPart begin(Path folder, Path logs) {
        return new KafkaPart(Ports.free(), Ports.free(), folder, logs.resolve("kafka.log"));
    }

    /** Starts with its data in a temporary folder. */
    public static KafkaPart startFresh() {
        try {
            return start(Files.createTempDirectory("dovetail-kafka").resolve("data"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public long pid() {
        return process.pid();
    }

    /** SIGKILL, and waits until the process is gone. */
    public synchronized void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Starts the broker again where it was. */
    public synchronized void start() {
        if (!process.isAlive()) {
            process = launch();
            awaitReady();
        }
    }

    @Override
    public synchronized void close() {
        process.destroyForcibly().onExit().join();
    }

    private Process launch() {
        try {
            Files.createDirectories(folder);
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx384m",
                            "-XX:+UseSerialGC",
                            // An eighth of the time to start; the modules' own tests run with verification, and so does
                            // what is deployed
                            "-XX:+UnlockDiagnosticVMOptions",
                            "-XX:-BytecodeVerificationRemote",
                            "-XX:TieredStopAtLevel=1",
                            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                            "-cp",
                            classPath(),
                            KafkaMain.class.getName(),
                            String.valueOf(port),
                            String.valueOf(controllerPort),
                            folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException("Kafka did not start", failure);
        }
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator);
    }

    /** Returns when the broker answers and our topics are there. */
    void awaitReady() {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
                admin.describeCluster().nodes().get(2, TimeUnit.SECONDS);
                createTopics(admin);
                return;
            } catch (ExecutionException | java.util.concurrent.TimeoutException notYet) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new IllegalStateException("Kafka did not become ready; see " + log, notYet);
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while Kafka started", stopped);
            }
        }
    }

    private static void createTopics(Admin admin) throws InterruptedException, ExecutionException {
        var topics = TOPICS.stream()
                .map(name -> new NewTopic(name, PARTITIONS, (short) 1))
                .toList();
        for (var created : admin.createTopics(topics).values().values()) {
            try {
                created.get();
            } catch (ExecutionException refused) {
                if (!(refused.getCause() instanceof TopicExistsException)) {
                    throw refused;
                }
            }
        }
    }
}
