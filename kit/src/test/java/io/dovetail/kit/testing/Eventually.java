package io.dovetail.kit.testing;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits, bounded, for something that another thread or process brings about. */
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN = Duration.ofMillis(20);

    private Eventually() {}

    /** Asks again and again until the answer is there; fails with what was awaited after 30 seconds. */
    public static <T> T found(String what, Callable<Optional<T>> question) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                var answer = question.call();
                if (answer.isPresent()) {
                    return answer.get();
                }
            } catch (Exception failure) {
                throw new AssertionError("while waiting for " + what, failure);
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("did not come within " + PATIENCE.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    public static void until(String what, Callable<Boolean> condition) {
        found(what, () -> condition.call() ? Optional.of(true) : Optional.empty());
    }
}
