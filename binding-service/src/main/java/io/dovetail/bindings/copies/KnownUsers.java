package io.dovetail.bindings.copies;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Looks users up in this service's copy; empty means only that no event of theirs has arrived. */
@ApplicationScoped
public class KnownUsers {
    private final DataSource database;

    KnownUsers(DataSource database) {
        this.database = database;
    }

    public Optional<KnownUser> find(UUID userId) {
        var sql = "select company_id, email, status from user_copy where user_id = ?";
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setObject(1, userId);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                var deactivated = "DEACTIVATED".equals(row.getString("status"));
                return Optional.of(new KnownUser(
                        userId, row.getObject("company_id", UUID.class), row.getString("email"), deactivated));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the copy of users could not be read", failure);
        }
    }
}
