package io.dovetail.bindings.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Users and the sources of their bindings, their rows locked until the end of the transaction. */
@ApplicationScoped
class Recipients {
    private static final String LOCK_ONE =
            "select user_id from user_copy where user_id = ? and company_id = ? for update";
    private static final String LOCK_PAGE =
            "select user_id from user_copy where user_id > ? and company_id = ? order by user_id limit ? for update";
    /** A statement of its own: it sees what was committed while the lock was waited for. */
    private static final String READ = """
            select u.company_id, u.user_id, u.email, u.first_name, u.status,
                array(select b.source from binding b where b.user_id = u.user_id and b.state = 'BOUND') as sources
            from user_copy u where u.user_id = any (?) order by u.user_id""";

    private final DataSource database;

    Recipients(DataSource database) {
        this.database = database;
    }

    /** Nothing is locked. */
    Optional<Recipient> find(UUID user) {
        try (var connection = database.getConnection()) {
            return read(connection, List.of(user)).stream().findFirst();
        } catch (SQLException failure) {
            throw new IllegalStateException("the user could not be read", failure);
        }
    }

    /** Nobody, or the one user. */
    List<Recipient> one(UUID company, UUID user) {
        return read(LOCK_ONE, user, company, 0);
    }

    /** The next users of the company after this one, by id. */
    List<Recipient> page(UUID company, UUID after, int size) {
        return read(LOCK_PAGE, after, company, size);
    }

    private List<Recipient> read(String lock, UUID first, UUID company, int size) {
        try (var connection = database.getConnection()) {
            return read(connection, locked(connection, lock, first, company, size));
        } catch (SQLException failure) {
            throw new IllegalStateException("the users could not be read", failure);
        }
    }

    private static List<UUID> locked(Connection connection, String sql, UUID first, UUID company, int size)
            throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            select.setObject(1, first);
            select.setObject(2, company);
            if (size > 0) {
                select.setInt(3, size);
            }
            var users = new ArrayList<UUID>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    users.add(row.getObject(1, UUID.class));
                }
            }
            return users;
        }
    }

    private static List<Recipient> read(Connection connection, List<UUID> users) throws SQLException {
        try (var select = connection.prepareStatement(READ)) {
            select.setArray(1, connection.createArrayOf("uuid", users.toArray()));
            var recipients = new ArrayList<Recipient>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    recipients.add(recipient(row));
                }
            }
            return recipients;
        }
    }

    private static Recipient recipient(ResultSet row) throws SQLException {
        var sources = (UUID[]) row.getArray("sources").getArray();
        return new Recipient(
                row.getObject("company_id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getString("email"),
                row.getString("first_name"),
                row.getString("status"),
                new HashSet<>(List.of(sources)));
    }
}
