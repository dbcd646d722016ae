package io.dovetail.lab.idp.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** An address on loopback that nobody may ever open, and that counts who does. */
final class Trap implements AutoCloseable {

    private final ServerSocket socket;
    private final AtomicInteger connections = new AtomicInteger();
    private int ours;

    private Trap(ServerSocket socket) {
        this.socket = socket;
    }

    static Trap open() {
        try {
            ServerSocket socket = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
            Trap trap = new Trap(socket);
            Thread thread = new Thread(trap::count, "trap");
            thread.setDaemon(true);
            thread.start();
            return trap;
        } catch (IOException e) {
            throw new UncheckedIOException("The trap could not be laid", e);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/trap");
    }

    /**
     * Of others, until now. They are counted in the order in which they came: ours is the last, and waits for its turn.
     */
    synchronized int connections() {
        try (Socket last = new Socket(socket.getInetAddress(), socket.getLocalPort())) {
            ours++;
            last.getInputStream().read();
            return connections.get() - ours;
        } catch (IOException e) {
            throw new UncheckedIOException("The trap broke", e);
        }
    }

    private void count() {
        while (!socket.isClosed()) {
            try {
                Socket visitor = socket.accept();
                connections.incrementAndGet();
                visitor.close();
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException("The trap broke", e);
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
