package io.dovetail.users.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Who was erased, so that a late event brings nothing of them back.
 *
 * <p>Noting it and asking for it wait for each other's transactions: what was written before it was noted is seen by
 * whoever erases.
 */
@ApplicationScoped
public class Erased {
    private static final String NOTE =
            "insert into erased (id, erased_at) values (:id, :now) on conflict (id) do nothing";

    private final EntityManager entities;

    Erased(EntityManager entities) {
        this.entities = entities;
    }

    /** Notes that the company or user is erased, before anything of theirs is deleted. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void note(UUID id, Instant now) {
        lock("pg_advisory_xact_lock", id);
        entities.createNativeQuery(NOTE)
                .setParameter("id", id)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Whether one of them is erased; if not, that stays so until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isAny(UUID... ids) {
        for (var id : ids) {
            lock("pg_advisory_xact_lock_shared", id);
        }
        return !entities.createNativeQuery("select 1 from erased where id in (:ids)", Integer.class)
                .setParameter("ids", List.of(ids))
                .getResultList()
                .isEmpty();
    }

    private void lock(String function, UUID id) {
        entities.createNativeQuery(
                        "select 1 from " + function + "(hashtextextended('erased:' || :id, 0))", Integer.class)
                .setParameter("id", id.toString())
                .getSingleResult();
    }
}
