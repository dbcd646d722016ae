package io.dovetail.lab.stack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** An embedded PostgreSQL: one server, a database and a role of its own for each service. */
public final class PostgresPart implements AutoCloseable {
    private final EmbeddedPostgres server;

    private PostgresPart(EmbeddedPostgres server) {
        this.server = server;
    }

    /** How a service reaches its database. */
    public record Database(String jdbcUrl, String username, String password) {}

    /** Starts on a free port of the loopback address with its data in a temporary folder. */
    public static PostgresPart start() {
        return start(EmbeddedPostgres.builder());
    }

    /**
     * Starts with its data in the given folder, which may hold those of an earlier run; its programs are unpacked once.
     */
    public static PostgresPart start(Path data) {
        return start(EmbeddedPostgres.builder()
                .setDataDirectory(data.resolve("data"))
                .setCleanDataDirectory(false));
    }

    private static PostgresPart start(EmbeddedPostgres.Builder builder) {
        try {
            return new PostgresPart(builder.setServerConfig("max_connections", "200")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .start());
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL did not start", failure);
        }
    }

    /** Creates the database and a role of the same name unless they are there; the password is the name. */
    public Database createDatabase(String name) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
                if (found.next()) {
                    return database(name);
                }
            }
            statement.execute("create role \"" + name + "\" login password '" + name + "'");
            statement.execute("create database \"" + name + "\" owner \"" + name + "\"");
            return database(name);
        } catch (SQLException failure) {
            throw new IllegalStateException("database " + name + " was not created", failure);
        }
    }

    private Database database(String name) {
        return new Database("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name, name, name);
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL did not stop", failure);
        }
    }
}
