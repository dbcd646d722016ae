package io.dovetail.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One service's database, for what cannot be asked or done from outside. */
record Database(JsonNode access) {

    void run(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new AssertionError(sql, failure);
        }
    }

    /** Each row as one text, sorted. */
    List<String> rows(String query) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            var rows = new ArrayList<String>();
            while (result.next()) {
                var row = new StringBuilder();
                for (var column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.append(result.getString(column)).append('|');
                }
                rows.add(row.toString());
            }
            return rows.stream().sorted().toList();
        } catch (SQLException failure) {
            throw new AssertionError(query, failure);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                access.get("jdbcUrl").asText(),
                access.get("username").asText(),
                access.get("password").asText());
    }
}
