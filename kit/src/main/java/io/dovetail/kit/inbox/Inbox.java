package io.dovetail.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Tells whether an event reaches a listener for the first time; the row lives and dies with the transaction. */
@ApplicationScoped
public class Inbox {
    private final DataSource database;

    Inbox(DataSource database) {
        this.database = database;
    }

    /**
     * Records that the listener takes the event; of two at the same time, the second waits for the first's end.
     *
     * @return false if it took it before
     */
    public boolean firstTime(UUID eventId, String listener) {
        var sql = "insert into inbox (event_id, listener) values (?, ?) on conflict do nothing";
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(sql)) {
            insert.setObject(1, eventId);
            insert.setString(2, listener);
            return insert.executeUpdate() == 1;
        } catch (SQLException failure) {
            throw new IllegalStateException("the inbox could not be written", failure);
        }
    }
}
