package io.dovetail.bindings.sending;

import io.dovetail.bindings.link.ReconcileLinks;
import io.dovetail.kit.outbox.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.hibernate.Session;

/**
 * Carries jobs on, one batch and one transaction at a time: a process that dies loses at most the batch that nobody
 * saw, and any replica goes on where it stopped.
 */
@ApplicationScoped
class WorkJobs {
    private static final int BATCH = 500;
    private static final String NEXT =
            "select * from job where state = 'RUNNING' order by created_at limit 1 for update skip locked";

    private final Session entities;
    private final ReconcileLinks reconcileLinks;
    private final Outbox outbox;
    private final Clock clock;

    WorkJobs(Session entities, ReconcileLinks reconcileLinks, Outbox outbox, Clock clock) {
        this.entities = entities;
        this.reconcileLinks = reconcileLinks;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(every = "0.5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void handle() {
        var more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().timeout(120).call(this::batch);
        }
    }

    private boolean batch() {
        var next = entities.createNativeQuery(NEXT, Job.class).getResultStream().findFirst();
        next.ifPresent(job -> {
            var batch = reconcileLinks.batch(job.companyId(), job.kind(), job.lastUser(), BATCH);
            outbox.append(job.progressed(batch, clock.instant()));
            entities.flush();
            entities.clear();
        });
        return next.isPresent();
    }
}
