package io.dovetail.bindings.copies;

import io.dovetail.kit.copies.Copies;
import io.dovetail.kit.copies.Forgotten;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** The names of companies, for the mails. */
@ApplicationScoped
public class KnownCompanies {
    private static final String NAMELESS = "your company";

    private final DataSource database;
    private final Copies copies;
    private final Forgotten forgotten;

    KnownCompanies(DataSource database, Copies copies, Forgotten forgotten) {
        this.database = database;
        this.copies = copies;
        this.forgotten = forgotten;
    }

    @Transactional
    void keep(CompanyChanged company) {
        if (forgotten.includes(company.companyId(), company.companyId())) {
            return;
        }
        copies.keepNewest(
                "company_copy",
                Map.of("company_id", company.companyId()),
                company.revision(),
                Map.of("name", company.name(), "status", company.status()));
    }

    /** The name; "your company" while its event is still under way, for nobody's link waits for that. */
    public String name(UUID company) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select name from company_copy where company_id = ?")) {
            select.setObject(1, company);
            try (var row = select.executeQuery()) {
                return row.next() ? row.getString(1) : NAMELESS;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the copy of companies could not be read", failure);
        }
    }
}
