package io.dovetail.bindings.asking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Wishes that came from user-service and were not answered so far, one for each user. */
@ApplicationScoped
public class WaitingRequests {
    /** After that nobody waits for the mail any more. */
    static final Duration LIFE = Duration.ofHours(1);

    private static final String KEEP = """
            insert into waiting_request (user_id, company_id, switch_over, asked_at)
            values (:user, :company, :switchOver, :askedAt)
            on conflict (user_id) do update set
                switch_over = greatest(waiting_request.switch_over, excluded.switch_over),
                asked_at = greatest(waiting_request.asked_at, excluded.asked_at)""";

    private static final String TAKE = """
            delete from waiting_request where user_id in (:users) and switch_over <= :switchOver
            returning company_id, user_id, switch_over, asked_at""";

    private final EntityManager entities;
    private final Clock clock;

    WaitingRequests(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    public boolean isTooOld(LinkAsked asked) {
        return !asked.askedAt().isAfter(clock.instant().minus(LIFE));
    }

    /** The caller holds the user's row, if it is there. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(LinkAsked asked) {
        entities.createNativeQuery(KEEP)
                .setParameter("user", asked.userId())
                .setParameter("company", asked.companyId())
                .setParameter("switchOver", asked.switchOver())
                .setParameter("askedAt", asked.askedAt())
                .executeUpdate();
    }

    /**
     * Takes what these users asked for, by user.
     *
     * @param switchOver which was heard of; a wish that knows of a newer one goes on waiting
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, LinkAsked> take(Collection<UUID> users, long switchOver) {
        if (users.isEmpty()) {
            return Map.of();
        }
        List<?> rows = entities.createNativeQuery(TAKE, Object[].class)
                .setParameter("users", users)
                .setParameter("switchOver", switchOver)
                .getResultList();
        return rows.stream()
                .map(row -> asked((Object[]) row))
                .filter(asked -> !isTooOld(asked))
                .collect(Collectors.toMap(LinkAsked::userId, asked -> asked));
    }

    private static LinkAsked asked(Object[] row) {
        return new LinkAsked((UUID) row[0], (UUID) row[1], (Long) row[2], (Instant) row[3]);
    }
}
