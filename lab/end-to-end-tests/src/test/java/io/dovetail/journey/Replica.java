package io.dovetail.journey;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** One more process of a service, configured as the one that runs, at an address of its own. */
final class Replica implements AutoCloseable {
    private final Process process;
    private final String address;

    private Replica(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    static Replica of(Stack stack, String service) {
        var pid = String.valueOf(stack.pid(service));
        var builder = new ProcessBuilder(words(pid, "cmdline"))
                .redirectErrorStream(true)
                .redirectOutput(new File("target/replica-of-" + service + ".log"));
        var port = freePort();
        for (var variable : words(pid, "environ")) {
            var pair = variable.split("=", 2);
            builder.environment().put(pair[0], pair[1]);
        }
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        try {
            var replica = new Replica(builder.start(), "http://127.0.0.1:" + port);
            Eventually.until("a second " + service, replica::isReady);
            return replica;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private boolean isReady() {
        try {
            return Api.of(address).get("/q/health/ready").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    Api api() {
        return Api.of(address);
    }

    private static List<String> words(String pid, String file) {
        try {
            return Arrays.stream(Files.readString(Path.of("/proc", pid, file)).split("\0"))
                    .filter(word -> !word.isEmpty())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
