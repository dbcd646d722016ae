package io.dovetail.sso.signin;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Sweeps what has ended, in batches: answers, requests, used assertions, and records after 90 days. */
@ApplicationScoped
class ForgetSignIns {
    private static final int BATCH = 1_000;
    private static final Map<String, Duration> KEPT = Map.of(
            "delete from accepted_answer where handle_hash in"
                    + " (select handle_hash from accepted_answer where expires_at < ? limit 1000)",
            Duration.ofMinutes(10),
            "delete from pending_sign_in where request_id in"
                    + " (select request_id from pending_sign_in where expires_at < ? limit 1000)",
            Duration.ofHours(1),
            "delete from used_assertion where ctid in"
                    + " (select ctid from used_assertion where usable_until < ? limit 1000)",
            Duration.ofMinutes(10),
            "delete from sign_in_record where id in (select id from sign_in_record where at < ? limit 1000)",
            Duration.ofDays(90));

    private final EntityManager database;
    private final Clock clock;

    ForgetSignIns(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(every = "5m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        KEPT.forEach((statement, kept) -> {
            var before = Timestamp.from(clock.instant().minus(kept));
            var swept = BATCH;
            while (swept == BATCH) {
                swept = QuarkusTransaction.requiringNew()
                        .call(() -> database.createNativeQuery(statement)
                                .setParameter(1, before)
                                .executeUpdate());
            }
        });
    }
}
