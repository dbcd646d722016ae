package io.dovetail.kit.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A gate before a server: shut, it cuts what passes and refuses newcomers, as a server does that went away. */
public final class Gate {
    private final int server;
    private final int port;
    private final Set<Socket> passing = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket entrance;

    Gate(int server) {
        this.server = server;
        try (var free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        open();
    }

    int port() {
        return port;
    }

    public synchronized void open() {
        if (entrance != null) {
            return;
        }
        try {
            var opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            entrance = opened;
            daemon(() -> admit(opened));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public synchronized void shut() {
        try {
            if (entrance != null) {
                entrance.close();
                entrance = null;
            }
            for (var socket : passing) {
                socket.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void admit(ServerSocket opened) {
        try {
            while (!opened.isClosed()) {
                var inside = opened.accept();
                var outside = new Socket(InetAddress.getLoopbackAddress(), server);
                inside.setTcpNoDelay(true);
                outside.setTcpNoDelay(true);
                passing.add(inside);
                passing.add(outside);
                daemon(() -> carry(inside, outside));
                daemon(() -> carry(outside, inside));
                if (opened.isClosed()) {
                    shut();
                }
            }
        } catch (IOException shut) {
            // the entrance was closed, which ends this thread
        }
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            // either end left, which ends this thread
        } finally {
            passing.remove(from);
            passing.remove(to);
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "gate");
        thread.setDaemon(true);
        thread.start();
    }
}
