package io.dovetail.kit.outbox;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** The outbox as its tests fill it and look at it. */
@ApplicationScoped
public class OutboxRows {
    static final Actor ACTOR = Actor.operator().from("203.0.113.7");
    static final Instant TIME = Instant.parse("2026-01-15T09:30:00Z");
    private final Outbox outbox;
    private final DataSource database;

    OutboxRows(Outbox outbox, DataSource database) {
        this.outbox = outbox;
        this.database = database;
    }

    static Event event(String topic, String key, Object data) {
        return Event.of(topic, "thing-happened", key, UUID.randomUUID(), ACTOR, TIME, data);
    }

    static Event event(String topic, String key) {
        return event(topic, key, Map.of("name", "lamp"));
    }

    static List<Event> events(String topic, String key, int number) {
        return IntStream.range(0, number).mapToObj(i -> event(topic, key)).toList();
    }

    static List<String> ids(List<Event> events) {
        return events.stream().map(event -> event.id().toString()).toList();
    }

    /** Appends in a transaction of its own. */
    void commit(List<Event> events) {
        QuarkusTransaction.requiringNew().run(() -> outbox.append(events));
    }

    void commit(Event event) {
        commit(List.of(event));
    }

    void clear() {
        execute("truncate outbox");
    }

    int waiting() {
        return count("select count(*) from outbox where sent_at is null and refused is null");
    }

    int count(String sql) {
        return Integer.parseInt(column(sql).get(0));
    }

    /** The server's processes that serve a relay, whether it holds the lock or tries to. */
    List<String> relayBackends() {
        return column("select pid from pg_stat_activity"
                + " where application_name = 'outbox-relay' and datname = current_database()");
    }

    /** How many relays publish: sessions that hold the advisory lock. */
    int holders() {
        return count("select count(*) from pg_locks l join pg_stat_activity a using (pid) where l.locktype = 'advisory'"
                + " and l.granted and a.application_name = 'outbox-relay' and a.datname = current_database()");
    }

    /** Whether a relay has Kafka's answers and stands before its mark, which someone's row lock delays. */
    boolean relayStandsBeforeItsMark() {
        return count(
                        "select count(*) from pg_stat_activity where application_name = 'outbox-relay'"
                                + " and datname = current_database() and wait_event_type = 'Lock' and query like 'update outbox%'")
                == 1;
    }

    int writersWaiting() {
        return count("select count(*) from pg_stat_activity where datname = current_database()"
                + " and wait_event_type = 'Lock' and wait_event = 'advisory'");
    }

    /** Ends the relays' server processes and waits until they are gone. */
    int terminateRelays() {
        return column("select pg_terminate_backend(pid, 5000) from pg_stat_activity"
                        + " where application_name = 'outbox-relay' and datname = current_database()")
                .size();
    }

    public void execute(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException("not executed: " + sql, failure);
        }
    }

    public List<String> column(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException failure) {
            throw new IllegalStateException("not answered: " + sql, failure);
        }
    }

    /** Keeps relays from marking until closed. */
    RowLock lockRows() throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("select id from outbox for update");
        }
        return () -> {
            connection.rollback();
            connection.close();
        };
    }

    /** Released by closing it. */
    interface RowLock extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }
}
