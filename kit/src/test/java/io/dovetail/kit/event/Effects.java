package io.dovetail.kit.event;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What the tests' listener wrote, seen from outside its transaction. */
@ApplicationScoped
public class Effects {
    private final DataSource database;

    Effects(DataSource database) {
        this.database = database;
    }

    /** Writes in the caller's transaction. */
    void write(UUID eventId, String what) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("insert into effect (event_id, what) values (?, ?)")) {
            insert.setObject(1, eventId);
            insert.setString(2, what);
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("the effect could not be written", failure);
        }
    }

    /** What is committed for the event, in order, the inbox rows as {@code inbox <listener>}. */
    List<String> committed(UUID eventId) {
        return QuarkusTransaction.suspendingExisting()
                .call(() -> column(
                        "select what from effect where event_id = ? union all"
                                + " select 'inbox ' || listener from inbox where event_id = ? order by 1",
                        eventId,
                        eventId));
    }

    /** The server's process that serves the caller's transaction. */
    int backend() {
        return Integer.parseInt(column("select pg_backend_pid()").get(0));
    }

    /** Ends a server process as an administrator or a fail-over would, and waits until it is gone. */
    void terminate(int backend) {
        QuarkusTransaction.suspendingExisting().call(() -> column("select pg_terminate_backend(?, 5000)", backend));
    }

    /** How many server processes wait for another's transaction. */
    int waitingForOthers() {
        return QuarkusTransaction.suspendingExisting()
                .call(() -> column(
                                "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                        .size());
    }

    private List<String> column(String sql, Object... parameters) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            var values = new ArrayList<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        } catch (SQLException failure) {
            throw new IllegalStateException("the effects could not be read", failure);
        }
    }
}
