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
        try (var connection = database.getConnection()) {
            lock(connection, "pg_advisory_xact_lock_shared", one);
            if (!other.equals(one)) {
                lock(connection, "pg_advisory_xact_lock_shared", other);
            }
            try (var select = connection.prepareStatement("select 1 from forgotten where id in (?, ?)")) {
                select.setObject(1, one);
                select.setObject(2, other);
                try (var row = select.executeQuery()) {
                    return row.next();
                }
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
            lock(connection, "pg_advisory_xact_lock", id);
            insert.setObject(1, id);
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("what is forgotten could not be written", failure);
        }
    }

    private static void lock(Connection connection, String function, UUID id) throws SQLException {
        var sql = "select " + function + "(hashtextextended('forgotten:' || ?, 0))";
        try (var lock = connection.prepareStatement(sql)) {
            lock.setString(1, id.toString());
            lock.execute();
        }
    }
}
