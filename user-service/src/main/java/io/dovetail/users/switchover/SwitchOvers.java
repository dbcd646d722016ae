package io.dovetail.users.switchover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored switch-overs. */
@ApplicationScoped
public class SwitchOvers {
    private static final String NEXT = """
            select company_id from switch_over where done_up_to is not null
            order by noted_at limit 1 for update skip locked""";

    private final EntityManager entities;

    SwitchOvers(EntityManager entities) {
        this.entities = entities;
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

    private Standing find(UUID company, LockModeType lock) {
        return Optional.ofNullable(entities.find(SwitchOver.class, company))
                .map(found -> {
                    entities.refresh(found, lock);
                    return found.standing();
                })
                .orElseGet(() -> Standing.before(company));
    }

    SwitchOver requireForChange(UUID company, Instant now) {
        entities.createNativeQuery("insert into switch_over (company_id, revision, state, number, settled, noted_at)"
                        + " values (:company, 0, 'OFF', 0, 0, :now) on conflict do nothing")
                .setParameter("company", company)
                .setParameter("now", now)
                .executeUpdate();
        var switchOver = entities.getReference(SwitchOver.class, company);
        entities.refresh(switchOver, LockModeType.PESSIMISTIC_WRITE);
        return switchOver;
    }

    /** Has all users of a company gone through once more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void goThroughAgain(UUID company, Instant now) {
        requireForChange(company, now).goThroughAgain(now);
    }

    /** One company whose users are to be gone through; other replicas take others meanwhile. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Unfinished> takeUnfinished() {
        List<?> companies = entities.createNativeQuery(NEXT, UUID.class).getResultList();
        return companies.stream().findFirst().map(company -> unfinished((UUID) company));
    }

    private Unfinished unfinished(UUID company) {
        var switchOver = entities.find(SwitchOver.class, company);
        return new Unfinished(switchOver.standing(), switchOver.doneUpTo());
    }

    /**
     * Remembers how far a company's users were gone through, in the transaction that took it.
     *
     * @param user null when all were
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void doneUpTo(UUID company, @Nullable UUID user) {
        entities.find(SwitchOver.class, company).done(user);
    }

    /** @param doneUpTo the last user whom the job has gone through */
    public record Unfinished(Standing standing, UUID doneUpTo) {}
}
