package io.dovetail.users.asking;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.users.user.UserProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Tells binding-service that somebody asked for a link which it owes. */
@ApplicationScoped
public class PassOn {
    /** How often somebody's wish is passed on. */
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private static final String NOTE = """
            insert into passed_on (user_id, passed_at) values (:user, :now)
            on conflict (user_id) do update set passed_at = excluded.passed_at
            where passed_on.passed_at <= :since""";

    private final EntityManager entities;
    private final Outbox outbox;
    private final Clock clock;

    PassOn(EntityManager entities, Outbox outbox, Clock clock) {
        this.entities = entities;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * From a page where somebody does not get on; not more often than every five minutes for each person, whom the
     * caller has locked.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void fromPage(UserProfile user, long switchOver) {
        var now = clock.instant();
        var noted = entities.createNativeQuery(NOTE)
                .setParameter("user", user.id())
                .setParameter("now", now)
                .setParameter("since", now.minus(PAUSE))
                .executeUpdate();
        if (noted == 1) {
            tell(new LinkAsked(user.companyId(), user.id(), switchOver, now));
        }
    }

    /** Back to where it came from, if a newer switch-over is known here: what is asked for is owed there by now. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void back(LinkAsked asked, long switchOver) {
        if (switchOver > asked.switchOver()) {
            tell(new LinkAsked(asked.companyId(), asked.userId(), switchOver, asked.askedAt()));
        }
    }

    private void tell(LinkAsked asked) {
        outbox.append(Event.of(
                "dovetail.users",
                "link-asked",
                asked.userId().toString(),
                asked.companyId(),
                Actor.anonymous(),
                clock.instant(),
                asked));
    }
}
