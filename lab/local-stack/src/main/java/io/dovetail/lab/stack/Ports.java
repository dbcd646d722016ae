package io.dovetail.lab.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A free port of the loopback address for every name, the same for as long as the stack runs. */
final class Ports {
    private final Map<String, Integer> ports = new ConcurrentHashMap<>();

    int of(String name) {
        return ports.computeIfAbsent(name, unknown -> free());
    }

    static int free() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
