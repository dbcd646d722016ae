package io.dovetail.users.wayin;

import io.dovetail.users.user.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Addresses that want in and for which nothing was done so far; each at most once. */
@ApplicationScoped
class WayInRequests {
    private static final String TAKE = """
            delete from password_reset_request where email =
                (select email from password_reset_request order by requested_at limit 1 for update skip locked)
            returning email, wants_link""";

    private static final String ADD = """
            insert into password_reset_request (email, requested_at, wants_link) values (:email, :now, :link)
            on conflict (email) do update set wants_link = true
            where excluded.wants_link and not password_reset_request.wants_link""";

    private static final String MAIL = """
            insert into way_in_mail (user_id, asked_at) values (:user, :now)
            on conflict (user_id) do update set asked_at = excluded.asked_at
            where way_in_mail.asked_at <= :since""";

    private final EntityManager entities;

    WayInRequests(EntityManager entities) {
        this.entities = entities;
    }

    /** @param wantsLink to create a new password */
    record Request(EmailAddress address, boolean wantsLink) {}

    void add(Request request, Instant now) {
        entities.createNativeQuery(ADD)
                .setParameter("email", request.address().text())
                .setParameter("now", now)
                .setParameter("link", request.wantsLink())
                .executeUpdate();
    }

    /** Takes the oldest in the caller's transaction; other replicas take others meanwhile. */
    Optional<Request> take() {
        List<?> rows = entities.createNativeQuery(TAKE, Object[].class).getResultList();
        return rows.stream().findFirst().map(row -> request((Object[]) row));
    }

    /** @return whether the user was not mailed the way in since then; from now on they were */
    boolean mayMail(UUID user, Instant since, Instant now) {
        return entities.createNativeQuery(MAIL)
                        .setParameter("user", user)
                        .setParameter("since", since)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    private static Request request(Object[] row) {
        return new Request(new EmailAddress((String) row[0]), (Boolean) row[1]);
    }
}
