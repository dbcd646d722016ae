package io.dovetail.bindings.copies;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Looks connections up in this service's copy. */
@ApplicationScoped
public class KnownConnections {
    private static final String FIND =
            "select state, provider, source, switch_over, ready_source from connection_copy where company_id = ?";

    private final DataSource database;

    KnownConnections(DataSource database) {
        this.database = database;
    }

    public KnownConnection find(UUID company) {
        return read(company, FIND);
    }

    /** As it stays until the end of the transaction; whoever also locks users does this first. */
    public KnownConnection hold(UUID company) {
        return read(company, FIND + " for share");
    }

    private KnownConnection read(UUID company, String sql) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setObject(1, company);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? new KnownConnection(
                                company,
                                row.getString("state"),
                                row.getString("provider"),
                                row.getObject("source", UUID.class),
                                row.getInt("switch_over"),
                                row.getObject("ready_source", UUID.class))
                        : KnownConnection.none(company);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the copy of connections could not be read", failure);
        }
    }
}
