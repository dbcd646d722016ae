package io.dovetail.kit.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.parts.KitParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The clock shows the time of the database, and not that of the process. */
@QuarkusTest
@QuarkusTestResource(KitParts.class)
class DatabaseClockTest {
    private static final Duration TOLERANCE = Duration.ofMillis(500);

    @Inject
    DatabaseClock applicationsClock;

    @Inject
    DataSource database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    @SuppressWarnings("NullAway.Init")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    @SuppressWarnings("NullAway.Init")
    String user;

    private final DatabaseClock clock = new DatabaseClock();

    @Test
    void wasSetWhenTheApplicationStarted() {
        assertShows(applicationsClock, Duration.ZERO);
    }

    @Test
    void followsADatabaseThatIsAnHourAhead() throws SQLException {
        new ClockMeasurement(databaseAheadBy("1 hour"), clock).measure();

        assertShows(clock, Duration.ofHours(1));
    }

    @Test
    void returnsToTheDatabasesTimeAtTheNextMeasurement() throws SQLException {
        new ClockMeasurement(databaseAheadBy("-1 minute"), clock).measure();

        new ClockMeasurement(database, clock).measure();

        assertShows(clock, Duration.ZERO);
    }

    @Test
    void runsOnWhileTheDatabaseIsAway() throws SQLException {
        new ClockMeasurement(databaseAheadBy("1 hour"), clock).measure();
        var away = new PGSimpleDataSource();
        away.setPortNumbers(new int[] {1});

        new ClockMeasurement(away, clock).measure();

        var before = clock.instant();
        assertShows(clock, Duration.ofHours(1));
        assertTrue(clock.instant().isAfter(before));
    }

    @Test
    void countsHalfTheRoundTripToTheDatabasesAnswer() {
        var answer = Instant.parse("2026-01-15T09:30:00Z");

        clock.follow(answer, Duration.ofSeconds(4));

        var shown = Duration.between(answer.plusSeconds(2), clock.instant());
        assertTrue(shown.compareTo(TOLERANCE) < 0 && !shown.isNegative(), shown.toString());
    }

    @Test
    void isInUtcAndKeepsItsDifferenceInOtherZones() throws SQLException {
        new ClockMeasurement(databaseAheadBy("1 hour"), clock).measure();

        var elsewhere = clock.withZone(ZoneId.of("Asia/Tokyo"));

        assertEquals(ZoneOffset.UTC, clock.getZone());
        assertEquals(ZoneId.of("Asia/Tokyo"), elsewhere.getZone());
        assertTrue(Duration.between(clock.instant(), elsewhere.instant()).abs().compareTo(TOLERANCE) < 0);
    }

    /** The same server, on which {@code clock_timestamp()} answers another time. */
    private DataSource databaseAheadBy(String interval) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create schema if not exists other_time");
            statement.execute("create or replace function other_time.clock_timestamp() returns timestamptz language sql"
                    + " as $$ select pg_catalog.clock_timestamp() + interval '" + interval + "' $$");
        }
        var ahead = new PGSimpleDataSource();
        ahead.setUrl(url);
        ahead.setUser(user);
        ahead.setPassword(user);
        ahead.setCurrentSchema("other_time,pg_catalog");
        return ahead;
    }

    private static void assertShows(DatabaseClock clock, Duration ahead) {
        var difference =
                Duration.between(Instant.now().plus(ahead), clock.instant()).abs();
        assertTrue(difference.compareTo(TOLERANCE) < 0, difference.toString());
    }
}
