package io.dovetail.kit.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What a service has left in its outbox for others, and a look into its database. */
public class PublishedEvents {
    protected final DataSource database;
    private final ObjectMapper json;

    public PublishedEvents(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The data of a company's events of one name, such as {@code user-changed}. */
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
}
