package io.dovetail.sso;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.PublishedEvents;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The other services' view of this one: what lies in its outbox, and what its calls change. */
@Singleton
public class Published extends PublishedEvents {
    Published(DataSource database, ObjectMapper json) {
        super(database, json);
    }

    /** Waits until the query finds this. */
    public void await(String sql, String expected, Object... parameters) {
        Eventually.until(expected, () -> value(sql, parameters).equals(expected));
    }

    /** A change that no call makes. */
    public void change(String sql, Object... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** How much there is of everything that calls can change, to be compared with what there was before. */
    public String everything() {
        return Stream.of(
                        "connection",
                        "connection_version",
                        "trusted_key",
                        "verification",
                        "pending_sign_in",
                        "accepted_answer",
                        "used_assertion",
                        "sign_in_record",
                        "outbox")
                .map(table -> table + " " + value("select count(*) from " + table))
                .collect(Collectors.joining(", "));
    }
}
