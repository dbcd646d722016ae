package io.dovetail.users.password;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The stored passwords. */
@ApplicationScoped
class Passwords {
    private final EntityManager entities;

    Passwords(EntityManager entities) {
        this.entities = entities;
    }

    void put(UUID user, String hash, Instant now) {
        var stored = entities.find(StoredPassword.class, user);
        if (stored == null) {
            entities.persist(new StoredPassword(user, hash, now));
        } else {
            stored.replace(hash, now);
        }
    }

    /** The hashes of those users who have a password. */
    @Transactional
    Map<UUID, String> hashes(Collection<UUID> users) {
        return entities.createQuery("from StoredPassword where userId in :users", StoredPassword.class)
                .setParameter("users", users)
                .getResultStream()
                .collect(Collectors.toMap(StoredPassword::userId, StoredPassword::hash));
    }
}
