package io.dovetail.users;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Looks for a text in every row of every table of this service's database. */
@Singleton
public class Traces {
    private final DataSource database;

    Traces(DataSource database) {
        this.database = database;
    }

    /** The rows that hold the text in any column and any case, each after the name of its table. */
    public List<String> of(String text) {
        try (var connection = database.getConnection()) {
            var found = new ArrayList<String>();
            for (var table : tables(connection)) {
                var sql = "select r::text from \"" + table + "\" r where strpos(lower(r::text), lower(?)) > 0";
                try (var select = connection.prepareStatement(sql)) {
                    select.setString(1, text);
                    try (var row = select.executeQuery()) {
                        while (row.next()) {
                            found.add(table + " " + row.getString(1));
                        }
                    }
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var sql = "select table_name from information_schema.tables where table_schema = 'public'";
        try (var select = connection.prepareStatement(sql);
                var row = select.executeQuery()) {
            var tables = new ArrayList<String>();
            while (row.next()) {
                tables.add(row.getString(1));
            }
            return tables;
        }
    }
}
