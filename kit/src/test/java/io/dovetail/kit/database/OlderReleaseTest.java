package io.dovetail.kit.database;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import io.dovetail.kit.parts.KitParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A release starts on a database that a newer one has migrated: replicas are replaced one after the other. */
@QuarkusTest
@QuarkusTestResource(KitParts.class)
class OlderReleaseTest {
    @Inject
    Flyway flyway;

    @Inject
    DataSource database;

    /** @param version of a migration that this release lacks: of the kit, below others, and of a service, above them */
    @ParameterizedTest
    @ValueSource(strings = {"0.999", "999"})
    void startsOnWhatANewerOneMigrated(String version) throws SQLException {
        change("insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                + " installed_by, execution_time, success) values (9999, '" + version
                + "', 'of a newer release', 'SQL',"
                + " 'newer.sql', 1, 'test', 1, true)");
        try {
            assertDoesNotThrow(flyway::validate);
            assertDoesNotThrow(flyway::migrate);
        } finally {
            change("delete from flyway_schema_history where installed_rank = 9999");
        }
    }

    private void change(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
