package io.dovetail.sso.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long single sign-on waits for its first session before it rolls back by itself (design.md, section 4). */
public enum TrialTime {
    UNLIMITED(0),
    ONE_HOUR(1),
    FOUR_HOURS(4),
    ONE_DAY(24);

    private final int hours;

    TrialTime(int hours) {
        this.hours = hours;
    }

    /** Empty if the hours are none of 0 (no roll-back), 1, 4 and 24. */
    public static Optional<TrialTime> ofHours(int hours) {
        for (var time : values()) {
            if (time.hours == hours) {
                return Optional.of(time);
            }
        }
        return Optional.empty();
    }

    Optional<Instant> endAfter(Instant start) {
        return this == UNLIMITED ? Optional.empty() : Optional.of(start.plus(Duration.ofHours(hours)));
    }
}
