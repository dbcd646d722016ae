package io.dovetail.lab.bench.signin;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * sso-service in the place and with the configuration of the stack's own, but in a JVM as {@code deploy/} starts it.
 */
final class MeasuredService implements AutoCloseable {
    private static final String PART = "sso-service";
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final RunningStack stack;
    private final Process process;
    private final String address;

    private MeasuredService(RunningStack stack, Process process, String address) {
        this.stack = stack;
        this.process = process;
        this.address = address;
    }

    /** Ends the stack's own and takes its port. */
    static MeasuredService inPlaceOf(RunningStack stack) {
        var pid = stack.pid(PART);
        var command = words(pid, "cmdline");
        var jar = command.get(command.indexOf("-jar") + 1);
        var builder = new ProcessBuilder(command.get(0), "-XX:MaxRAMPercentage=4", "-XX:+UseSerialGC", "-jar", jar)
                .redirectErrorStream(true)
                .redirectOutput(new File("target/measured-sso-service.log"));
        for (var variable : words(pid, "environ")) {
            var pair = variable.split("=", 2);
            builder.environment().put(pair[0], pair[1]);
        }
        stack.control(PART, "kill");
        var address = "http://127.0.0.1:" + builder.environment().get("QUARKUS_HTTP_PORT");
        try {
            var service = new MeasuredService(stack, builder.start(), address);
            service.awaitReady();
            return service;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Http http() {
        return new Http(address);
    }

    ProcessorTime processorTime() {
        return ProcessorTime.of(process.pid());
    }

    private void awaitReady() {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("the measured service did not become ready");
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private boolean isReady() {
        try {
            return http().get("/q/health/ready", "none=none").statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private static List<String> words(long pid, String file) {
        try {
            return Arrays.stream(Files.readString(Path.of("/proc", String.valueOf(pid), file))
                            .split("\0"))
                    .filter(word -> !word.isEmpty())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The stack gets its own back. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        stack.control(PART, "start");
    }
}
