package io.dovetail.users.lastmail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Looks up which mails users were sent last. */
@ApplicationScoped
public class LastMails {
    private final EntityManager entities;

    LastMails(EntityManager entities) {
        this.entities = entities;
    }

    /** By user; whoever was sent none is left out. */
    @Transactional
    public Map<UUID, LastMail> of(Collection<UUID> users) {
        if (users.isEmpty()) {
            return Map.of();
        }
        List<?> rows = entities.createNativeQuery(
                        "select user_id, kind, state, at from last_mail where user_id in (:users)", Tuple.class)
                .setParameter("users", users)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .collect(Collectors.toMap(row -> row.get(0, UUID.class), LastMails::mail));
    }

    private static LastMail mail(Tuple row) {
        return new LastMail(
                row.get(1, String.class), LastMail.State.valueOf(row.get(2, String.class)), row.get(3, Instant.class));
    }
}
