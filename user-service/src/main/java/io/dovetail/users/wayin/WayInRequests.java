package io.dovetail.users.wayin;

import io.dovetail.users.user.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Addresses that want in, and accounts whose way in is to be mailed; each at most once.
 *
 * <p>Callers come by the addresses alone, which never wait for a company: how long a call takes tells nothing.
 */
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

    private static final String ADD_ACCOUNT = """
            insert into way_in_request (user_id, wants_link, requested_at) values (:user, :link, :now)
            on conflict do nothing""";

    private static final String NEXT_ACCOUNT = """
            select r.user_id, r.wants_link from way_in_request r left join user_account u on u.id = r.user_id
            where u.id is null or u.company_id not in (:busy)
            order by r.requested_at limit 1 for update of r skip locked""";

    private static final String REMOVE_ACCOUNT =
            "delete from way_in_request where user_id = :user and wants_link = :link";

    private static final UUID NOBODYS = new UUID(0, 0);

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

    /** The same of an account that has the address. */
    record AccountRequest(UUID user, boolean wantsLink) {}

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

    void add(AccountRequest request, Instant now) {
        entities.createNativeQuery(ADD_ACCOUNT)
                .setParameter("user", request.user())
                .setParameter("link", request.wantsLink())
                .setParameter("now", now)
                .executeUpdate();
    }

    /** The oldest of another company than these, held until the transaction ends; other replicas take others. */
    Optional<AccountRequest> next(Set<UUID> busyCompanies) {
        var busy = new ArrayList<>(busyCompanies);
        busy.add(NOBODYS);
        List<?> rows = entities.createNativeQuery(NEXT_ACCOUNT, Object[].class)
                .setParameter("busy", busy)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(Object[].class::cast)
                .map(row -> new AccountRequest((UUID) row[0], (Boolean) row[1]));
    }

    void remove(AccountRequest request) {
        entities.createNativeQuery(REMOVE_ACCOUNT)
                .setParameter("user", request.user())
                .setParameter("link", request.wantsLink())
                .executeUpdate();
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
