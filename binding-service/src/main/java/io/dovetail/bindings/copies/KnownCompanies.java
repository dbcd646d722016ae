package io.dovetail.bindings.copies;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Looks companies up in this service's copy. */
@ApplicationScoped
public class KnownCompanies {
    private final DataSource database;

    KnownCompanies(DataSource database) {
        this.database = database;
    }

    public KnownCompany find(UUID company) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement("select name, status from company_copy where company_id = ?")) {
            select.setObject(1, company);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? new KnownCompany(row.getString("name"), "SUSPENDED".equals(row.getString("status")))
                        : KnownCompany.none();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the copy of companies could not be read", failure);
        }
    }
}
