package io.dovetail.users.passwordlink;

import io.dovetail.kit.identity.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
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
        return entities
                .createQuery("from PasswordLink where tokenHash = :hash", PasswordLink.class)
                .setParameter("hash", Secrets.sha256(token))
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The link as it is once the caller has locked its user. */
    PasswordLink refreshed(String token) {
        var link = find(token).orElseThrow();
        entities.refresh(link);
        return link;
    }

    void add(PasswordLink link) {
        entities.persist(link);
        entities.flush();
    }

    /**
     * Ends whatever link the user has for good.
     *
     * @return the ended ones
     */
    List<UUID> end(UUID user, Instant now) {
        return change(
                "update password_link set replaced_at = :now where user_id = :user and used_at is null"
                        + " and replaced_at is null returning id",
                user,
                now);
    }

    /**
     * Notes that the mails of the user's links are called back.
     *
     * @return the links for which it was not noted before
     */
    List<UUID> callBack(UUID user, Instant now) {
        return change(
                "update password_link set cancelled_at = :now where user_id = :user and used_at is null"
                        + " and replaced_at is null and cancelled_at is null and expires_at > :now returning id",
                user,
                now);
    }

    private List<UUID> change(String update, UUID user, Instant now) {
        List<?> ids = entities.createNativeQuery(update, UUID.class)
                .setParameter("user", user)
                .setParameter("now", now)
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
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

    /** The user's newest link, if it was issued after that and its mail was not called back. */
    Optional<PasswordLink> findMailed(UUID user, Instant since) {
        return entities
                .createQuery(
                        "from PasswordLink where userId = :user and issuedAt > :since and cancelledAt is null"
                                + " order by issuedAt desc",
                        PasswordLink.class)
                .setParameter("user", user)
                .setParameter("since", since)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** How many the user was mailed for this cause, since then. */
    long countAskedFor(UUID user, LinkCause cause, Instant since) {
        return entities.createQuery(
                        "select count(*) from PasswordLink where userId = :user and cause = :cause and issuedAt > :since",
                        Long.class)
                .setParameter("user", user)
                .setParameter("cause", cause)
                .setParameter("since", since)
                .getSingleResult();
    }

    /** @return whether the user was sent a link, whatever for, since then */
    boolean wasSent(UUID user, Instant since) {
        return entities.createQuery(
                                "select count(*) from PasswordLink where userId = :user and issuedAt > :since and cause in"
                                        + " (RESET, PASSWORD_ASKED_FOR, INVITATION, INVITATION_ASKED_FOR)",
                                Long.class)
                        .setParameter("user", user)
                        .setParameter("since", since)
                        .getSingleResult()
                > 0;
    }
}
