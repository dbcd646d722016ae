package io.dovetail.kit.testing;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** A fresh database with a role of its own for each start of an application. */
final class TestDatabases {
    private TestDatabases() {}

    static Map<String, String> create(String port, String name) {
        var server = "jdbc:postgresql://127.0.0.1:" + port + "/";
        try (var connection = DriverManager.getConnection(server + "postgres", "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("create role \"" + name + "\" login password '" + name + "'");
            statement.execute("create database \"" + name + "\" owner \"" + name + "\"");
        } catch (SQLException failure) {
            throw new IllegalStateException("no database for the tests", failure);
        }
        return Map.of(
                "quarkus.datasource.jdbc.url", server + name,
                "quarkus.datasource.username", name,
                "quarkus.datasource.password", name);
    }
}
