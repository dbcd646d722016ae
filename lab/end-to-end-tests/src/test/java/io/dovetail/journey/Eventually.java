package io.dovetail.journey;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits, bounded, for something that another thread or process brings about. */
final class Eventually {
    static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration BETWEEN = Duration.ofMillis(50);

    private Eventually() {}

    /** Asks again and again until the answer is there; fails with what was awaited after 90 seconds. */
    static <T> T found(String what, Callable<Optional<T>> question) {
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

    static void until(String what, Callable<Boolean> condition) {
        found(what, () -> condition.call() ? Optional.of(true) : Optional.empty());
    }
}
