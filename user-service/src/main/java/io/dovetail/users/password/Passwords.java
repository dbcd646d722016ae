package io.dovetail.users.password;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The stored passwords. */
@ApplicationScoped
class Passwords {
    private final EntityManager entities;

    Passwords(EntityManager entities) {
        this.entities = entities;
    }

    void put(UUID user, String hash, long settled, Instant now) {
        var stored = entities.find(StoredPassword.class, user);
        if (stored == null) {
            entities.persist(new StoredPassword(user, hash, settled, now));
        } else {
            stored.replace(hash, settled, now);
        }
        entities.flush(); // from here on nobody opens a session with the old one
    }

    /** Whether it is still the user's, which stays so until the transaction ends. */
    boolean holds(UUID user, String hash) {
        return !entities.createQuery("from StoredPassword where userId = :user and hash = :hash", StoredPassword.class)
                .setParameter("user", user)
                .setParameter("hash", hash)
                .setLockMode(LockModeType.PESSIMISTIC_READ)
                .getResultList()
                .isEmpty();
    }

    /** @return whether the user had one that is older than the switch-over */
    boolean dropOlder(UUID user, long settled) {
        return entities.createQuery("delete from StoredPassword where userId = :user and settled < :settled")
                        .setParameter("user", user)
                        .setParameter("settled", settled)
                        .executeUpdate()
                > 0;
    }

    /** The passwords of those users who have one. */
    @Transactional
    Map<UUID, StoredPassword> of(Collection<UUID> users) {
        return entities
                .createQuery("from StoredPassword where userId in :users", StoredPassword.class)
                .setParameter("users", users)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(StoredPassword::userId, Function.identity()));
    }
}
