package io.dovetail.kit.copies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The ids, and nothing else, of what was removed for good, so that whatever comes late about it brings nothing back.
 *
 * <p>Who writes and who forgets lock the id first, each for the rest of its transaction: nothing is written between the
 * forgetting and its commit.
 */
@ApplicationScoped
public class Forgotten {
    private final DataSource database;

    Forgotten(DataSource database) {
        this.database = database;
    }

    /** Whether one of the two was removed; if not, neither is until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean includes(UUID one, UUID other) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select forgotten_includes(?, ?)")) {
            select.setObject(1, one);
            select.setObject(2, other);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("what was forgotten could not be read", failure);
        }
    }

    /** Waits for whoever is writing about it; to be called before anything of it is deleted. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(UUID id) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("insert into forgotten values (?) on conflict do nothing")) {
            lock(connection, id);
            insert.setObject(1, id);
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("what is forgotten could not be written", failure);
        }
    }

    private static void lock(Connection connection, UUID id) throws SQLException {
        var sql = "select pg_advisory_xact_lock(hashtextextended('forgotten:' || ?, 0))";
        try (var lock = connection.prepareStatement(sql)) {
            lock.setString(1, id.toString());
            lock.execute();
        }
    }
}
