package io.dovetail.users.passwordlink;

import io.dovetail.kit.identity.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The stored links; conditional updates decide every race. */
@ApplicationScoped
class PasswordLinks {
    private final EntityManager entities;

    PasswordLinks(EntityManager entities) {
        this.entities = entities;
    }

    Optional<PasswordLink> find(String token) {
        return entities.createQuery("from PasswordLink where tokenHash = :hash", PasswordLink.class)
                .setParameter("hash", Secrets.sha256(token))
                .getResultStream()
                .findFirst();
    }

    /** Of several at the same time, one at a time adds its link; the last one's stays good. */
    void addInsteadOfOlder(PasswordLink link, Instant now) {
        entities.createNativeQuery(
                        "select pg_advisory_xact_lock(hashtextextended('password-link:' || :user, 0))", Object.class)
                .setParameter("user", link.userId().toString())
                .getSingleResult();
        entities.createQuery("update PasswordLink set replacedAt = :now where userId = :user and usedAt is null"
                        + " and replacedAt is null")
                .setParameter("now", now)
                .setParameter("user", link.userId())
                .executeUpdate();
        entities.persist(link);
        entities.flush();
    }

    /** @return whether it was still good; then nobody else gets true for it */
    boolean use(PasswordLink link, Instant now) {
        return entities.createQuery("update PasswordLink set usedAt = :now where id = :id and usedAt is null"
                                + " and replacedAt is null and expiresAt > :now")
                        .setParameter("now", now)
                        .setParameter("id", link.id())
                        .executeUpdate()
                == 1;
    }

    boolean wasReset(UUID user, Instant since) {
        return entities.createQuery(
                                "select count(*) from PasswordLink where userId = :user and cause = RESET"
                                        + " and issuedAt > :since",
                                Long.class)
                        .setParameter("user", user)
                        .setParameter("since", since)
                        .getSingleResult()
                > 0;
    }
}
