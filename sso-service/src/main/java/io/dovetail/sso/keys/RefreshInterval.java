package io.dovetail.sso.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When metadata are read again: hourly, or as they ask for themselves within bounds. */
final class RefreshInterval {
    static final Duration SHORTEST = Duration.ofMinutes(5);
    static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration DEFAULT = Duration.ofHours(1);
    private static final Duration LONGEST_AFTER_FAILURES = Duration.ofHours(6);
    private static final int MOST_DOUBLINGS = 10;

    private RefreshInterval() {}

    /**
     * Before the metadata end by half of what is left, so that a failure or two do no harm.
     *
     * @param chance 0 to 1: up to a tenth sooner, so that not all are read at once
     */
    static Duration afterSuccess(
            Optional<Duration> cacheDuration, Optional<Instant> validUntil, Instant now, double chance) {
        var asked = cacheDuration.orElse(DEFAULT);
        var left = validUntil.map(end -> Duration.between(now, end).dividedBy(2));
        var interval = left.filter(half -> half.compareTo(asked) < 0).orElse(asked);
        return bounded(sooner(bounded(interval, LONGEST), chance), LONGEST);
    }

    /** @param failures how many in a row, at least one */
    static Duration afterFailure(int failures, double chance) {
        var doubled = SHORTEST.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return bounded(sooner(bounded(doubled, LONGEST_AFTER_FAILURES), chance), LONGEST_AFTER_FAILURES);
    }

    private static Duration sooner(Duration interval, double chance) {
        return interval.minus(Duration.ofMillis((long) (interval.toMillis() * chance / 10)));
    }

    private static Duration bounded(Duration interval, Duration longest) {
        if (interval.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return interval.compareTo(longest) > 0 ? longest : interval;
    }
}
