package io.dovetail.kit.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The database's time, so that replicas whose own clocks differ agree about every deadline.
 *
 * <p>Between two measurements ({@link ClockMeasurement}) it runs by the process's monotonic clock.
 */
@ApplicationScoped
public class DatabaseClock extends Clock {

    private record Reading(Instant databaseTime, long nanoTime) {}

    private volatile Reading reading = new Reading(Instant.now(), System.nanoTime());

    /** Takes over the database's time as it was at the middle of the question that took {@code roundTrip}. */
    void follow(Instant databaseTime, Duration roundTrip) {
        reading = new Reading(databaseTime.plus(roundTrip.dividedBy(2)), System.nanoTime());
    }

    @Override
    public Instant instant() {
        var last = reading;
        return last.databaseTime().plusNanos(System.nanoTime() - last.nanoTime());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC)
                ? this
                : Clock.offset(Clock.system(zone), Duration.between(Instant.now(), instant()));
    }
}
