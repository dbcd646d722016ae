package io.dovetail.users.passwordlink;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Forgets links a month after their end; until then their page can say what became of them. */
@ApplicationScoped
class ForgetLinks {
    private static final Duration KEPT = Duration.ofDays(30);

    private final EntityManager entities;
    private final Clock clock;

    ForgetLinks(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "3m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void handle() {
        entities.createQuery("delete from PasswordLink where expiresAt < :before")
                .setParameter("before", clock.instant().minus(KEPT))
                .executeUpdate();
    }
}
