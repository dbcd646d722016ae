package io.dovetail.sso.recovery;

import io.dovetail.kit.identity.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;

/**
 * Failed tries of a quarter of an hour: 10 from one address for one account, 200 in a company (security.md J9).
 *
 * <p>An account is counted per address, so that a stranger elsewhere locks nobody out; a code of 100 bits bears it.
 */
@ApplicationScoped
class RecoveryTries {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int MOST_OF_ONE = 10;
    private static final int MOST_OF_A_COMPANY = 200;

    private final EntityManager database;
    private final Clock clock;

    RecoveryTries(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    boolean areTooMany(UUID companyId, String email, String address) {
        var counts = (Object[])
                database.createNativeQuery("select count(*) filter (where who_hash = ?), count(*) from recovery_try"
                                + " where company_id = ? and at > ?")
                        .setParameter(1, who(email, address))
                        .setParameter(2, companyId)
                        .setParameter(3, Timestamp.from(clock.instant().minus(WINDOW)))
                        .getSingleResult();
        return ((Number) counts[0]).intValue() >= MOST_OF_ONE || ((Number) counts[1]).intValue() >= MOST_OF_A_COMPANY;
    }

    /** Notes a failed try and forgets those that no longer count. */
    void note(UUID companyId, String email, String address) {
        var now = clock.instant();
        database.createNativeQuery("delete from recovery_try where company_id = ? and at <= ?")
                .setParameter(1, companyId)
                .setParameter(2, Timestamp.from(now.minus(WINDOW)))
                .executeUpdate();
        database.createNativeQuery("insert into recovery_try values (?, ?, ?)")
                .setParameter(1, companyId)
                .setParameter(2, who(email, address))
                .setParameter(3, Timestamp.from(now))
                .executeUpdate();
    }

    private static String who(String email, String address) {
        return Secrets.sha256(address + " " + email.toLowerCase(Locale.ROOT));
    }
}
