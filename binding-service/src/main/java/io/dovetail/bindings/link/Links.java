package io.dovetail.bindings.link;

import io.dovetail.kit.identity.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The stored links. Who changes a user's links holds the user's row, so that two never do so at a time. */
@ApplicationScoped
class Links {
    private final EntityManager entities;

    Links(EntityManager entities) {
        this.entities = entities;
    }

    Optional<BindingLink> find(String token) {
        return entities
                .createQuery("from BindingLink where tokenHash = :hash", BindingLink.class)
                .setParameter("hash", Secrets.sha256(token))
                .getResultList()
                .stream()
                .findFirst();
    }

    Optional<BindingLink> findForChange(UUID id) {
        return Optional.ofNullable(entities.find(BindingLink.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** All links of these users, the newest first. */
    List<BindingLink> of(Collection<UUID> users) {
        return entities.createQuery("from BindingLink where userId in :users order by issuedAt desc", BindingLink.class)
                .setParameter("users", users)
                .getResultList();
    }

    void add(BindingLink link) {
        entities.persist(link);
    }

    /** Writes what ended before what is new: a user has one open link. */
    void flush() {
        entities.flush();
    }
}
