package io.dovetail.bindings.copies;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Looks connections up in this service's copy. */
@ApplicationScoped
public class KnownConnections {
    private static final String FIND =
            "select state, provider, source, switch_over, settled_switch_over, ready_source from connection_copy"
                    + " where company_id = ?";

    private static final String UNKNOWN =
            "insert into connection_copy (company_id, revision, state, provider) values (?, 0, 'OFF', 'NONE')"
                    + " on conflict do nothing";

    private final DataSource database;

    KnownConnections(DataSource database) {
        this.database = database;
    }

    public KnownConnection find(UUID company) {
        return read(company, FIND);
    }

    /**
     * As it stays until the end of the transaction; whoever also locks users or jobs does this first. There is a row to
     * hold even before the first event of the connection: it counts as revision 0.
     */
    public KnownConnection hold(UUID company) {
        return hold(company, " for share");
    }

    /** As above, and nobody else holds it meanwhile: of two at once, the second sees what the first did. */
    public KnownConnection holdForChange(UUID company) {
        return hold(company, " for update");
    }

    private KnownConnection hold(UUID company, String lock) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(UNKNOWN)) {
            insert.setObject(1, company);
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("the copy of connections could not be written", failure);
        }
        return read(company, FIND + lock);
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
                                row.getInt("settled_switch_over"),
                                row.getObject("ready_source", UUID.class))
                        : KnownConnection.none(company);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the copy of connections could not be read", failure);
        }
    }
}
