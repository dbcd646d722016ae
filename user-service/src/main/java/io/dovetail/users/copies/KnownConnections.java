package io.dovetail.users.copies;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Looks connections up in this service's copy; empty means only that no event of theirs has arrived. */
@ApplicationScoped
public class KnownConnections {
    private final DataSource database;

    KnownConnections(DataSource database) {
        this.database = database;
    }

    public Optional<KnownConnection> find(UUID company) {
        var sql = "select revision, state, source from connection_copy where company_id = ?";
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setObject(1, company);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new KnownConnection(
                                company,
                                row.getLong("revision"),
                                KnownConnection.State.valueOf(row.getString("state")),
                                row.getObject("source", UUID.class)))
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the copy of connections could not be read", failure);
        }
    }
}
