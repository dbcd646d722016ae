package io.dovetail.users.asking;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Forgets after an hour what was asked for and passed on. */
@ApplicationScoped
class ForgetRequests {
    private final EntityManager entities;
    private final Clock clock;

    ForgetRequests(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "4m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void handle() {
        delete("waiting_request where asked_at <= :before");
        delete("passed_on where passed_at <= :before");
    }

    private void delete(String rows) {
        entities.createNativeQuery("delete from " + rows)
                .setParameter("before", clock.instant().minus(WaitingRequests.LIFE))
                .executeUpdate();
    }
}
