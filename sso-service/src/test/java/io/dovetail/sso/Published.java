package io.dovetail.sso;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dovetail.kit.testing.Eventually;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** What the service left in its outbox, oldest first. */
@ApplicationScoped
public class Published {
    private final DataSource database;
    private final ObjectMapper json;

    Published(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The data of a company's events of one name, such as {@code sign-in-accepted}. */
    public List<JsonNode> events(UUID company, String name) {
        var sql = "select data from outbox where company_id = ? and type = ? order by id";
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setObject(1, company);
            select.setString(2, "dovetail." + name + ".v1");
            var events = new ArrayList<JsonNode>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    events.add(json.readTree(row.getString(1)));
                }
            }
            return events;
        } catch (SQLException | JsonProcessingException failure) {
            throw new AssertionError(failure);
        }
    }

    public JsonNode last(UUID company, String name) {
        var events = events(company, name);
        return events.get(events.size() - 1);
    }

    /** The first column of the one row that a query finds, as text. */
    public String value(String sql, Object... parameters) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            try (var row = select.executeQuery()) {
                return row.next() ? String.valueOf(row.getString(1)) : "nothing";
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
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
