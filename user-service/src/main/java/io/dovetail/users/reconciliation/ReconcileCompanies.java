package io.dovetail.users.reconciliation;

import io.dovetail.kit.event.Actor;
import io.dovetail.users.job.Jobs;
import io.dovetail.users.switchover.SwitchOvers;
import io.dovetail.users.user.Users;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Works the jobs that go through all users of a company, batch by batch, each in a transaction of its own.
 *
 * <p>How far a job is is stored with the batch, so that any replica takes up where a dead one stopped; a switch-over in
 * between begins anew.
 */
@ApplicationScoped
class ReconcileCompanies {
    private static final Logger LOG = Logger.getLogger(ReconcileCompanies.class);
    private static final int BATCH = 200;

    /** On a busy machine a batch of links may take longer than a minute, which is the default. */
    private static final int LONGEST_SECONDS = 120;

    private final Jobs jobs;
    private final SwitchOvers switchOvers;
    private final Users users;
    private final ReconcileUser reconcileUser;

    ReconcileCompanies(Jobs jobs, SwitchOvers switchOvers, Users users, ReconcileUser reconcileUser) {
        this.jobs = jobs;
        this.switchOvers = switchOvers;
        this.users = users;
        this.reconcileUser = reconcileUser;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void handle() {
        var more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(this::goThroughNext);
        }
    }

    private boolean goThroughNext() {
        var part = jobs.takeNext();
        part.ifPresent(this::goThrough);
        return part.isPresent();
    }

    private void goThrough(Jobs.Part part) {
        var standing = switchOvers.standing(part.company());
        var batch = users.lockNext(part.company(), part.after(), BATCH);
        batch.forEach(user -> reconcileUser.handle(new ReconcileUser.Command(user, standing, Actor.system())));
        jobs.progressed(
                part,
                batch.size(),
                batch.size() < BATCH
                        ? Optional.empty()
                        : Optional.of(batch.get(BATCH - 1).id()));
        LOG.infof(
                "users reconciled company=%s state=%s switchOver=%d users=%d",
                standing.companyId(), standing.state(), standing.switchOver(), batch.size());
    }
}
