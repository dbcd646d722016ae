package io.dovetail.notifications.delivery;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/**
 * Forgets deliveries 90 days after they were sent, given up or cancelled, and then the fates of links and the jobs,
 * too; a waiting delivery ends with its link.
 */
@ApplicationScoped
class ForgetDeliveries {
    private static final Duration KEPT = Duration.ofDays(90);

    private final EntityManager deliveries;
    private final Clock clock;

    ForgetDeliveries(EntityManager deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void handle() {
        forget("delete from delivery where state <> 'QUEUED' and settled_at < :before");
        forget("delete from link_fate where heard_at < :before");
        forget("delete from sending_job where stopped_at < :before");
    }

    private void forget(String sql) {
        deliveries
                .createNativeQuery(sql)
                .setParameter("before", clock.instant().minus(KEPT))
                .executeUpdate();
    }
}
