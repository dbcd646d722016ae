package io.dovetail.bindings.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Counts how far a company's users are: "37 of 41 linked". */
@ApplicationScoped
class CountPeople {
    private static final String COUNT = """
            select count(*) filter (where status = 'BOUND') as bound,
                count(*) filter (where status = 'PENDING') as pending,
                count(*) filter (where status = 'EXPIRED') as expired,
                count(*) filter (where status = 'FAILED') as failed,
                count(*) as total,
                (select id from job where company_id = ? and state <> 'DONE'
                    order by state desc, created_at desc limit 1) as running_job
            from (%s) person""".formatted(PeopleQuery.PEOPLE);

    private final DataSource database;

    CountPeople(DataSource database) {
        this.database = database;
    }

    @Transactional
    Readiness handle(UUID companyId) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(COUNT)) {
            select.setObject(1, companyId);
            select.setObject(2, companyId);
            try (var row = select.executeQuery()) {
                row.next();
                return new Readiness(
                        row.getLong("bound"),
                        row.getLong("pending"),
                        row.getLong("expired"),
                        row.getLong("failed"),
                        row.getLong("total"),
                        row.getObject("running_job", UUID.class));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the people could not be counted", failure);
        }
    }
}
