package io.dovetail.sso.refresh;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** How often a connection's metadata are read out of turn; counted in the database, for all replicas together. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class RefreshLimits {
    /** design.md, section 4. */
    private static final Duration BETWEEN_UNKNOWN_KEYS = Duration.ofMinutes(5);

    private static final Duration BETWEEN_WISHES = Duration.ofMinutes(1);

    private final EntityManager database;
    private final Clock clock;

    RefreshLimits(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return whether it may be now; of many at once, one gets true */
    boolean takeForUnknownKey(UUID companyId) {
        return take("unknown_key_at", BETWEEN_UNKNOWN_KEYS, companyId);
    }

    /** @return whether an administrator may have it now */
    boolean takeForAdministrator(UUID companyId) {
        return take("refresh_asked_at", BETWEEN_WISHES, companyId);
    }

    private boolean take(String column, Duration between, UUID companyId) {
        var now = clock.instant();
        return database.createNativeQuery("update connection set " + column + " = ? where company_id = ? and (" + column
                                + " is null or " + column + " <= ?)")
                        .setParameter(1, Timestamp.from(now))
                        .setParameter(2, companyId)
                        .setParameter(3, Timestamp.from(now.minus(between)))
                        .executeUpdate()
                == 1;
    }
}
