package io.dovetail.users.passwordlink;

import io.dovetail.users.user.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;

/** Addresses for which a reset was asked and nothing was done so far; each at most once. */
@ApplicationScoped
class ResetRequests {
    private static final String TAKE = """
            delete from password_reset_request where email =
                (select email from password_reset_request order by requested_at limit 1 for update skip locked)
            returning email""";

    private final EntityManager entities;

    ResetRequests(EntityManager entities) {
        this.entities = entities;
    }

    void add(EmailAddress address, Instant now) {
        entities.createNativeQuery("insert into password_reset_request (email, requested_at) values (:email, :now)"
                        + " on conflict do nothing")
                .setParameter("email", address.text())
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Takes the oldest in the caller's transaction; other replicas take others meanwhile. */
    Optional<EmailAddress> take() {
        return entities.createNativeQuery(TAKE, String.class).getResultList().stream()
                .map(address -> new EmailAddress((String) address))
                .findFirst();
    }
}
