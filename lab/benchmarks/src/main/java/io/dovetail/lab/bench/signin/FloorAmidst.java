package io.dovetail.lab.bench.signin;

import io.dovetail.lab.bench.Floor;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * The floor, now and then, while the machine signs people in: what the same work costs with caches that hold other
 * things, and beside the other threads of a core. As a thread of its own, in processor time.
 *
 * <p>It begins cold each time, which the service does not: an upper bound of what the machine does to code, so that the
 * multiple of it is a lower bound.
 */
final class FloorAmidst implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Floor floor;
    private final Thread thread = new Thread(this::run, "floor");
    private final CompletableFuture<Double> micros = new CompletableFuture<>();
    private volatile boolean isOver;

    FloorAmidst(Floor floor) {
        this.floor = floor;
        thread.start();
    }

    private void run() {
        try {
            micros.complete(measure());
        } catch (RuntimeException failure) {
            micros.completeExceptionally(failure);
        }
    }

    private double measure() {
        var threads = ManagementFactory.getThreadMXBean();
        var nanos = 0L;
        var runs = 0;
        do {
            LockSupport.parkNanos(PAUSE.toNanos());
            var before = threads.getCurrentThreadCpuTime();
            floor.run();
            nanos += threads.getCurrentThreadCpuTime() - before;
            runs++;
        } while (!isOver);
        return nanos / 1_000.0 / runs;
    }

    /** Ends it. @return microseconds of one run */
    double micros() {
        close();
        return micros.join();
    }

    @Override
    public void close() {
        isOver = true;
    }
}
