package io.dovetail.kit.time;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.testing.EmbeddedParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class DatabaseClockTest {
    @Inject
    DatabaseClock clock;

    @Inject
    ClockMeasurement measurement;

    @Inject
    DataSource database;

    @Test
    void returnsToTheDatabasesTimeAtTheNextMeasurement() throws SQLException {
        clock.follow(Instant.now().minus(Duration.ofMinutes(1)), Duration.ZERO);

        measurement.measure();

        assertTrue(Duration.between(databaseTime(), clock.instant()).abs().toMillis() < 500);
    }

    private Instant databaseTime() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery("select clock_timestamp()")) {
            answer.next();
            return answer.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
