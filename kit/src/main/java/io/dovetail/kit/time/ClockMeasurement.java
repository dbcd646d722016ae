package io.dovetail.kit.time;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Asks the database for its time at the start and every 20 seconds; while it is away the clock runs on. */
@ApplicationScoped
class ClockMeasurement {
    private static final Logger LOG = Logger.getLogger(ClockMeasurement.class);
    private static final int FIRST = 1;

    private final DataSource database;
    private final DatabaseClock clock;

    ClockMeasurement(DataSource database, DatabaseClock clock) {
        this.database = database;
        this.clock = clock;
    }

    void start(@Observes @Priority(FIRST) StartupEvent started) {
        measure();
    }

    @Scheduled(every = "20s", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select clock_timestamp()")) {
            var asked = System.nanoTime();
            try (var answer = statement.executeQuery()) {
                var roundTrip = Duration.ofNanos(System.nanoTime() - asked);
                if (answer.next()) {
                    clock.follow(answer.getObject(1, OffsetDateTime.class).toInstant(), roundTrip);
                }
            }
        } catch (SQLException away) {
            LOG.warnf("the database's time was not read cause=%s", away.toString());
        }
    }
}
