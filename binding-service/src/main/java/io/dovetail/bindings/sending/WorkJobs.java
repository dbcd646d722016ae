package io.dovetail.bindings.sending;

import io.dovetail.bindings.copies.KnownConnections;
import io.dovetail.bindings.link.ReconcileLinks;
import io.dovetail.kit.outbox.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Carries jobs on, one batch and one transaction at a time: a process that dies loses at most the batch that nobody
 * saw, and any replica goes on where it stopped.
 */
@ApplicationScoped
class WorkJobs {
    private static final String NEXT =
            "select id, company_id from job where state = 'RUNNING' order by created_at limit 1";

    private final SendingConfig config;
    private final Session entities;
    private final KnownConnections connections;
    private final ReconcileLinks reconcileLinks;
    private final Outbox outbox;
    private final Clock clock;

    WorkJobs(
            SendingConfig config,
            Session entities,
            KnownConnections connections,
            ReconcileLinks reconcileLinks,
            Outbox outbox,
            Clock clock) {
        this.config = config;
        this.entities = entities;
        this.connections = connections;
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
        var next = entities.createNativeQuery(NEXT, Object[].class)
                .getResultStream()
                .findFirst();
        next.ifPresent(row -> batch((UUID) row[0], (UUID) row[1]));
        return next.isPresent();
    }

    /** The connection is held before the job, as by those who start one. */
    private void batch(UUID id, UUID company) {
        connections.hold(company);
        var job = entities.find(Job.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (job != null && job.isRunning()) {
            var batch = reconcileLinks.batch(job.next(config.batch()));
            outbox.append(job.progressed(batch, clock.instant()));
        }
    }
}
