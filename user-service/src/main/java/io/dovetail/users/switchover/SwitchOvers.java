package io.dovetail.users.switchover;

import io.dovetail.users.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The stored switch-overs. */
@ApplicationScoped
public class SwitchOvers {
    private static final String FIND = "select 1 from switch_over where company_id = :company";
    private static final String HOLD = FIND + " for share skip locked";

    private final EntityManager entities;
    private final Jobs jobs;

    SwitchOvers(EntityManager entities, Jobs jobs) {
        this.entities = entities;
        this.jobs = jobs;
    }

    /** Where a company stands, read afresh. */
    @Transactional
    public Standing standing(UUID company) {
        return find(company, LockModeType.NONE);
    }

    /** The same, and it stays so until the end of the transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Standing lasting(UUID company) {
        return find(company, LockModeType.PESSIMISTIC_READ);
    }

    /**
     * Keeps it as it is until the transaction ends.
     *
     * @return false, at once, while it changes or a batch of the company's users is worked
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean holdIfFree(UUID company) {
        return finds(HOLD, company) || !finds(FIND, company);
    }

    private boolean finds(String query, UUID company) {
        return !entities.createNativeQuery(query, Integer.class)
                .setParameter("company", company)
                .getResultList()
                .isEmpty();
    }

    /** Whether single sign-on is on, as far as was heard, by a switch-over that was not later than this moment. */
    @Transactional
    public boolean isOnSince(UUID company, Instant moment) {
        return Optional.ofNullable(entities.find(SwitchOver.class, company))
                .filter(found -> {
                    entities.refresh(found);
                    return found.isOnSince(moment);
                })
                .isPresent();
    }

    private Standing find(UUID company, LockModeType lock) {
        return Optional.ofNullable(entities.find(SwitchOver.class, company))
                .map(found -> {
                    entities.refresh(found, lock);
                    return found.standing();
                })
                .orElseGet(() -> Standing.before(company));
    }

    SwitchOver requireForChange(UUID company) {
        entities.createNativeQuery("insert into switch_over (company_id, revision, state, number, settled)"
                        + " values (:company, 0, 'OFF', 0, 0) on conflict do nothing")
                .setParameter("company", company)
                .executeUpdate();
        var switchOver = entities.getReference(SwitchOver.class, company);
        entities.refresh(switchOver, LockModeType.PESSIMISTIC_WRITE);
        return switchOver;
    }

    /** Has all users of a company gone through once more; what an administrator paused stays paused. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void goThroughAgain(UUID company) {
        requireForChange(company);
        jobs.startOver(company);
    }
}
