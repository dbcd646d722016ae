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
 * <p>An account is counted per address, and past the company's limit a right code still counts, so that a stranger
 * elsewhere locks nobody out; a code of 100 bits bears it.
 */
@ApplicationScoped
class RecoveryTries {
    static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int MOST_OF_ONE = 10;
    private static final int MOST_OF_A_COMPANY = 200;

    private final EntityManager database;
    private final Clock clock;

    RecoveryTries(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** From there for that account: no further one is looked at. */
    boolean areTooManyOf(UUID companyId, String email, String address) {
        return count("company_id = ? and at > ? and who_hash = ?", companyId, who(email, address)) >= MOST_OF_ONE;
    }

    /** In the company: wrong ones are told so, and not noted any more. */
    boolean areTooManyIn(UUID companyId) {
        return count("company_id = ? and at > ?", companyId) >= MOST_OF_A_COMPANY;
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

    private long count(String condition, UUID companyId, String... more) {
        var query = database.createNativeQuery("select count(*) from recovery_try where " + condition)
                .setParameter(1, companyId)
                .setParameter(2, Timestamp.from(clock.instant().minus(WINDOW)));
        for (var place = 0; place < more.length; place++) {
            query.setParameter(3 + place, more[place]);
        }
        return ((Number) query.getSingleResult()).longValue();
    }

    private static String who(String email, String address) {
        return Secrets.sha256(address + " " + email.toLowerCase(Locale.ROOT));
    }
}
