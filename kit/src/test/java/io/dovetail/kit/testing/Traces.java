package io.dovetail.kit.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Searches every row of every table for what should be there no more. */
public final class Traces {
    /** Ids of the removed, and for ten minutes those whose tokens ended. */
    private static final Set<String> OF_IDS_ALONE = Set.of("forgotten", "ended_tokens");

    private Traces() {}

    /** The tables in which a row holds the text, whatever the column and the case of its letters. */
    public static List<String> of(String text, DataSource database) {
        try (var connection = database.getConnection()) {
            var found = new ArrayList<String>();
            for (var table : tables(connection)) {
                if (!OF_IDS_ALONE.contains(table) && holds(connection, table, text)) {
                    found.add(table);
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new AssertionError("the database was not searched", failure);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var sql = "select table_name from information_schema.tables"
                + " where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name";
        try (var select = connection.prepareStatement(sql);
                var row = select.executeQuery()) {
            var tables = new ArrayList<String>();
            while (row.next()) {
                tables.add(row.getString(1));
            }
            return tables;
        }
    }

    private static boolean holds(Connection connection, String table, String text) throws SQLException {
        var sql = "select exists (select 1 from \"" + table + "\" t where position(lower(?) in lower(t::text)) > 0)";
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, text);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
