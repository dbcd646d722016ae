package io.dovetail.notifications.copies;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Looks people up in this service's copies; nothing found means only that no event of theirs has arrived. */
@ApplicationScoped
public class KnownPeople {
    private static final String NAME = """
            select trim(first_name || ' ' || last_name) from user_copy where user_id = ? and company_id = ?""";
    private static final String ADMINISTRATORS = """
            select user_id, email, first_name, name from user_copy join company_copy using (company_id)
            where company_id = ? and role = 'ADMIN' and status = 'ACTIVE' order by user_id""";

    private final DataSource database;

    KnownPeople(DataSource database) {
        this.database = database;
    }

    /** Never empty if something is found. */
    public Optional<String> findName(UUID companyId, UUID userId) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(NAME)) {
            select.setObject(1, userId);
            select.setObject(2, companyId);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)).filter(name -> !name.isEmpty()) : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the copy of users could not be read", failure);
        }
    }

    /**
     * Every active administrator of the company.
     *
     * @throws IllegalStateException if none is known: the copies are incomplete, for no company is without one
     */
    public List<Administrator> requireAdministrators(UUID companyId) {
        var administrators = administrators(companyId);
        if (administrators.isEmpty()) {
            throw new IllegalStateException("no administrator is known company=" + companyId);
        }
        return administrators;
    }

    /** Every active administrator of the company, as far as known. */
    public List<Administrator> administrators(UUID companyId) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(ADMINISTRATORS)) {
            select.setObject(1, companyId);
            var administrators = new ArrayList<Administrator>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    administrators.add(new Administrator(
                            row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4)));
                }
            }
            return administrators;
        } catch (SQLException failure) {
            throw new IllegalStateException("the copies could not be read", failure);
        }
    }
}
