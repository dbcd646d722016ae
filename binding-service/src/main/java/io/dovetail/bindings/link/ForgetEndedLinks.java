package io.dovetail.bindings.link;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;

/** Forgets links 90 days after they were used or ended; one that only expired is its user's last word and stays. */
@ApplicationScoped
class ForgetEndedLinks {
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int BATCH = 5_000;
    private static final String FORGET = """
            delete from binding_link where id in (
                select id from binding_link
                where (used_at is not null or ended_at is not null) and coalesce(used_at, ended_at) < :before
                limit :batch)""";

    private final EntityManager entities;
    private final Clock clock;

    ForgetEndedLinks(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "3m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
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
