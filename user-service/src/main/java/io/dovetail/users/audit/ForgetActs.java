package io.dovetail.users.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Forgets acts after 400 days. */
@ApplicationScoped
class ForgetActs {
    private static final Duration KEPT = Duration.ofDays(400);
    private static final int BATCH = 5_000;

    private final AuditLog log;
    private final Clock clock;

    ForgetActs(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void handle() {
        var before = clock.instant().minus(KEPT);
        var forgotten = BATCH;
        while (forgotten == BATCH) {
            forgotten = QuarkusTransaction.requiringNew().call(() -> log.forget(before, BATCH));
        }
    }
}
