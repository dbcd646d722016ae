package io.dovetail.bindings.binding;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Forgets refusals after 90 days, as long as the sign-in records that explain them are kept. */
@ApplicationScoped
class ForgetRefusals {
    private static final Duration KEPT = Duration.ofDays(90);

    private final EntityManager entities;
    private final Clock clock;

    ForgetRefusals(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void handle() {
        entities.createNativeQuery("delete from refusal where refused_at < :before")
                .setParameter("before", clock.instant().minus(KEPT))
                .executeUpdate();
    }
}
