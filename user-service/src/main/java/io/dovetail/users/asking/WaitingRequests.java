package io.dovetail.users.asking;

import io.dovetail.users.user.UserProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Wishes that came from binding-service and were not answered so far, one for each user. */
@ApplicationScoped
public class WaitingRequests {
    /** After that nobody waits for the mail any more. */
    static final Duration LIFE = Duration.ofHours(1);

    private static final String KEEP = """
            insert into waiting_request (user_id, switch_over, asked_at) values (:user, :switchOver, :askedAt)
            on conflict (user_id) do update set
                switch_over = greatest(waiting_request.switch_over, excluded.switch_over),
                asked_at = greatest(waiting_request.asked_at, excluded.asked_at)""";

    private static final String TAKE = """
            delete from waiting_request where user_id = :user and switch_over <= :switchOver
            returning switch_over, asked_at""";

    private final EntityManager entities;
    private final Clock clock;

    WaitingRequests(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    public boolean isTooOld(LinkAsked asked) {
        return !asked.askedAt().isAfter(clock.instant().minus(LIFE));
    }

    /** The caller has locked the user. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(LinkAsked asked) {
        entities.createNativeQuery(KEEP)
                .setParameter("user", asked.userId())
                .setParameter("switchOver", asked.switchOver())
                .setParameter("askedAt", asked.askedAt())
                .executeUpdate();
    }

    /**
     * Takes what a user asked for.
     *
     * @param switchOver which was heard of; a wish that knows of a newer one goes on waiting
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<LinkAsked> take(UserProfile user, long switchOver) {
        List<?> rows = entities.createNativeQuery(TAKE, Object[].class)
                .setParameter("user", user.id())
                .setParameter("switchOver", switchOver)
                .getResultList();
        return rows.stream().findFirst().map(row -> asked(user, (Object[]) row)).filter(asked -> !isTooOld(asked));
    }

    private static LinkAsked asked(UserProfile user, Object[] row) {
        return new LinkAsked(user.companyId(), user.id(), (Long) row[0], (Instant) row[1]);
    }
}
