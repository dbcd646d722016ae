package io.dovetail.bindings.sending;

import io.dovetail.bindings.copies.KnownCompanies;
import io.dovetail.bindings.copies.KnownConnections;
import io.dovetail.bindings.link.ReconcileLinks;
import io.dovetail.kit.outbox.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Carries jobs on, one batch and one transaction at a time: a process that dies loses at most the batch that nobody
 * saw, and any replica goes on where it stopped.
 */
@ApplicationScoped
class WorkJobs {
    /** Companies take turns, each with its oldest job; those of a suspended company rest. */
    private static final String TAKE_TURN = """
            update job set worked_at = :now where id = (
                select id from (
                    select distinct on (j.company_id) j.id, j.company_id, j.worked_at, j.created_at
                    from job j left join company_copy c on c.company_id = j.company_id
                    where j.state = 'RUNNING' and c.status is distinct from 'SUSPENDED'
                    order by j.company_id, j.created_at, j.id) oldest
                order by worked_at nulls first, created_at limit 1)
            returning id, company_id""";

    private final SendingConfig config;
    private final Session entities;
    private final KnownConnections connections;
    private final KnownCompanies companies;
    private final ReconcileLinks reconcileLinks;
    private final Outbox outbox;
    private final Clock clock;

    WorkJobs(
            SendingConfig config,
            Session entities,
            KnownConnections connections,
            KnownCompanies companies,
            ReconcileLinks reconcileLinks,
            Outbox outbox,
            Clock clock) {
        this.config = config;
        this.entities = entities;
        this.connections = connections;
        this.companies = companies;
        this.reconcileLinks = reconcileLinks;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(every = "0.5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void handle() {
        var turn = nextTurn();
        while (turn.isPresent()) {
            var next = turn.get();
            QuarkusTransaction.requiringNew().timeout(120).run(() -> batch(next.job(), next.company()));
            turn = nextTurn();
        }
    }

    private record Turn(UUID job, UUID company) {}

    /** Committed before the batch is begun: whoever fails each time has had their turn, and others get theirs. */
    private Optional<Turn> nextTurn() {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities
                        .createNativeQuery(TAKE_TURN, Object[].class)
                        .setParameter("now", clock.instant())
                        .getResultList()
                        .stream()
                        .findFirst()
                        .map(row -> new Turn((UUID) row[0], (UUID) row[1])));
    }

    /** The connection is held before the job, as by those who start one. */
    private void batch(UUID id, UUID company) {
        connections.hold(company);
        var job = entities.find(Job.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (job != null && job.isRunning() && !companies.find(company).suspended()) {
            var batch = reconcileLinks.batch(job.next(config.batch()));
            outbox.append(job.progressed(batch, clock.instant()));
        }
    }
}
