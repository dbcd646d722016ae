package io.dovetail.kit.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dovetail.kit.outbox.OutboxRelay;
import io.dovetail.kit.parts.KitParts;
import io.dovetail.kit.testing.Eventually;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An owner announces its present state page by page, and lost copies are whole again. */
@QuarkusTest
@QuarkusTestResource(KitParts.class)
class AnnouncementTest {
    @Inject
    Announcement announcement;

    @Inject
    ThingsAnnouncer things;

    @Inject
    OutboxRelay relay;

    @Inject
    DataSource database;

    private final UUID owner = UUID.randomUUID();

    @BeforeEach
    void begin() throws SQLException {
        execute("truncate thing, outbox");
        things.pages();
    }

    @AfterEach
    void end() throws InterruptedException {
        relay.stop();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "3, 3", "4, 4 0", "9, 4 4 1"})
    void announcesEveryThingOncePageByPage(int number, String pages) throws SQLException {
        store(number, 1);

        var announced = announcement.run(things);

        assertEquals(number, announced);
        assertEquals(
                pages,
                String.join(" ", things.pages().stream().map(String::valueOf).toList()));
        assertEquals(number, count("select count(distinct key) from outbox"));
    }

    @Test
    void pagesThatCommittedStayWhenALaterOneFails() throws SQLException {
        store(9, 1);
        Announcer failing = after -> {
            if (!things.pages().isEmpty()) {
                throw new IllegalArgumentException("the second page fails");
            }
            return things.announce(after);
        };

        assertThrows(IllegalArgumentException.class, () -> announcement.run(failing));

        assertEquals(ThingsAnnouncer.PAGE, count("select count(*) from outbox"));
    }

    @Test
    void makesLostAndStaleCopiesWhole() throws SQLException {
        relay.start();
        store(9, 1);
        announcement.run(things);
        Eventually.until("all copies are there", () -> copies(1) == 9);
        execute("delete from thing_copy where ctid in (select ctid from thing_copy limit 5)");
        execute("update thing set revision = 2, name = 'renamed'");

        announcement.run(things);

        Eventually.until("all copies are there again", () -> copies(2) == 9);
        assertEquals(9, count("select count(*) from thing_copy where name = 'renamed' and owner = '" + owner + "'"));
    }

    private void store(int number, long revision) throws SQLException {
        for (var thing : Stream.generate(UUID::randomUUID).limit(number).toList()) {
            execute("insert into thing values ('" + thing + "', '" + owner + "', " + revision + ", 'lamp')");
        }
    }

    private int copies(int revision) throws SQLException {
        return count("select count(*) from thing_copy where owner = '" + owner + "' and revision = " + revision);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
