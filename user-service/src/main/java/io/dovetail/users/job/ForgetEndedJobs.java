package io.dovetail.users.job;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;

/** Forgets jobs 90 days after they ended. */
@ApplicationScoped
class ForgetEndedJobs {
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int BATCH = 5_000;
    private static final String FORGET = """
            delete from job where id in (
                select id from job where state = 'DONE' and ended_at < :before limit :batch)""";

    private final EntityManager entities;
    private final Clock clock;

    ForgetEndedJobs(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void handle() {
        var before = clock.instant().minus(KEPT);
        var forgotten = BATCH;
        while (forgotten == BATCH) {
            forgotten = QuarkusTransaction.requiringNew()
                    .call(() -> entities.createNativeQuery(FORGET)
                            .setParameter("before", before)
                            .setParameter("batch", BATCH)
                            .executeUpdate());
        }
    }
}
