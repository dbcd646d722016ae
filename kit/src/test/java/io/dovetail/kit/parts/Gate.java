package io.dovetail.kit.parts;

import io.agroal.api.AgroalDataSource;
import io.dovetail.kit.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A gate before a server: shut, it cuts what passes and turns newcomers away, as if the server were gone. */
public final class Gate {
    private final int server;
    private final ServerSocket entrance;
    private final Set<Socket> passing = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private boolean open = true;

    Gate(int server) {
        this.server = server;
        try {
            this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        daemon(this::admit);
    }

    int port() {
        return entrance.getLocalPort();
    }

    public synchronized void open() {
        open = true;
    }

    public synchronized void shut() {
        open = false;
        turnedAway.set(0);
        passing.forEach(Gate::close);
    }

    /** Opens, and waits until the pool has dropped the connections that were cut, as it does by itself in time. */
    public void openFor(AgroalDataSource pool) {
        open();
        pool.flush(AgroalDataSource.FlushMode.GRACEFUL);
        Eventually.until("the pool is whole", () -> isWhole(pool));
    }

    private static boolean isWhole(AgroalDataSource pool) {
        try (var one = pool.getConnection();
                var two = pool.getConnection();
                var three = pool.getConnection();
                var four = pool.getConnection()) {
            return one.isValid(1) && two.isValid(1) && three.isValid(1) && four.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** Waits until so many were turned away since the gate was shut. */
    public void untilTurnedAway(int newcomers) {
        Eventually.until(newcomers + " newcomers at the gate", () -> turnedAway.get() >= newcomers);
    }

    private void admit() {
        while (!entrance.isClosed()) {
            try {
                pass(entrance.accept());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private synchronized void pass(Socket inside) throws IOException {
        if (!open) {
            close(inside);
            turnedAway.incrementAndGet();
            return;
        }
        var outside = new Socket(InetAddress.getLoopbackAddress(), server);
        inside.setTcpNoDelay(true);
        outside.setTcpNoDelay(true);
        passing.add(inside);
        passing.add(outside);
        daemon(() -> carry(inside, outside));
        daemon(() -> carry(outside, inside));
    }

    private void carry(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            close(from);
        } finally {
            close(from);
            close(to);
            passing.remove(from);
            passing.remove(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "gate");
        thread.setDaemon(true);
        thread.start();
    }
}
