package io.dovetail.sso.connection;

import io.dovetail.sso.copies.Companies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** How often saving may fetch; counted in the database before the fetch begins, for all replicas together. */
@ApplicationScoped
class FetchLimit {
    private static final int MOST = 10;
    private static final Duration WITHIN = Duration.ofMinutes(1);

    private static final String TAKE = """
            insert into metadata_fetch as m (company_id, since, fetches) values (:company, :now, 1)
            on conflict (company_id) do update set
                since = case when m.since <= :over then excluded.since else m.since end,
                fetches = case when m.since <= :over then 1 else m.fetches + 1 end
            where m.since <= :over or m.fetches < :most""";

    private final EntityManager database;
    private final Companies companies;
    private final Clock clock;

    FetchLimit(EntityManager database, Companies companies, Clock clock) {
        this.database = database;
        this.companies = companies;
        this.clock = clock;
    }

    /** @throws io.dovetail.kit.problem.ProblemException metadata-fetched-often, saying when to come again */
    @Transactional(Transactional.TxType.MANDATORY)
    void take(UUID companyId) {
        companies.requireToStay(companyId);
        var now = clock.instant();
        var taken = database.createNativeQuery(TAKE)
                .setParameter("company", companyId)
                .setParameter("now", Timestamp.from(now))
                .setParameter("over", Timestamp.from(now.minus(WITHIN)))
                .setParameter("most", MOST)
                .executeUpdate();
        if (taken == 0) {
            throw ConnectionProblems.fetchedOften(
                            Duration.between(now, since(companyId).plus(WITHIN)))
                    .exception();
        }
    }

    private Instant since(UUID companyId) {
        return (Instant)
                database.createNativeQuery("select since from metadata_fetch where company_id = ?", Instant.class)
                        .setParameter(1, companyId)
                        .getSingleResult();
    }
}
