package io.dovetail.lab.idp.check.line;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Twenty requests whose bodies come one byte every half second, until they are closed. */
final class SlowBodies implements AutoCloseable {

    private static final int CONNECTIONS = 20;
    private static final int BYTES_BEFORE = 4;
    private static final long BETWEEN_MILLIS = 500;

    private final List<RawConnection> open = new ArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final CountDownLatch firstBytes = new CountDownLatch(BYTES_BEFORE);
    private int ended;

    private SlowBodies() {}

    static SlowBodies to(URI address) {
        SlowBodies bodies = new SlowBodies();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                bodies.open.add(RawConnection.post(address, "Content-Length: 65536"));
            }
        } catch (IOException e) {
            bodies.close();
            throw new Inconclusive("The slow connections could not be opened: " + e.getMessage());
        }
        bodies.timer.scheduleAtFixedRate(bodies::writeOneByteEach, 0, BETWEEN_MILLIS, TimeUnit.MILLISECONDS);
        return bodies;
    }

    /** Returns when each has sent some bytes. */
    void awaitTheFirst() {
        try {
            if (!firstBytes.await(10, TimeUnit.SECONDS)) {
                throw new Inconclusive("The slow bodies did not get under way.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    synchronized String words() {
        return ended + " of " + CONNECTIONS + " slow ones were ended by then";
    }

    private synchronized void writeOneByteEach() {
        byte[] one = "A".getBytes(StandardCharsets.US_ASCII);
        for (RawConnection connection : List.copyOf(open)) {
            try {
                connection.write(one);
            } catch (IOException closed) {
                ended++;
                open.remove(connection);
            }
        }
        firstBytes.countDown();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        synchronized (this) {
            open.forEach(RawConnection::close);
        }
    }
}
