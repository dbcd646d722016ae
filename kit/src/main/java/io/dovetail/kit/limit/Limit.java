package io.dovetail.kit.limit;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * How often something may be done.
 *
 * @param most at once, when nothing was done for a while
 * @param within how long it takes until that many may be done again; they come back one by one
 */
public record Limit(int most, Duration within) {
    private static final int MINUTES_AT_ONCE = 2;

    public Limit {
        if (most < 1 || within.isNegative() || within.isZero()) {
            throw new IllegalArgumentException("a limit lets something through: most=" + most + " within=" + within);
        }
    }

    /** So many a minute in the long run; what two minutes allow may come at once. */
    public static Limit perMinute(int calls) {
        return new Limit(MINUTES_AT_ONCE * calls, Duration.ofMinutes(MINUTES_AT_ONCE));
    }

    /** In microseconds: after how long one more is let through. */
    long step() {
        return Math.max(1, within.dividedBy(most).dividedBy(ChronoUnit.MICROS.getDuration()));
    }

    /** In microseconds: how long it takes until an empty bucket is full. */
    long room() {
        return Math.multiplyExact(step(), (long) most);
    }
}
