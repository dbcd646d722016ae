package io.dovetail.users.reconciliation;

import io.dovetail.kit.event.Actor;
import io.dovetail.users.switchover.SwitchOvers;
import io.dovetail.users.user.Users;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Goes through all users of a company after a switch-over, batch by batch, each in a transaction of its own.
 *
 * <p>The way gone so far is stored with the batch, so that any replica takes up where a dead one stopped; a switch-over
 * in between begins anew.
 */
@ApplicationScoped
class ReconcileCompanies {
    private static final Logger LOG = Logger.getLogger(ReconcileCompanies.class);
    private static final int BATCH = 200;

    private final SwitchOvers switchOvers;
    private final Users users;
    private final ReconcileUser reconcileUser;

    ReconcileCompanies(SwitchOvers switchOvers, Users users, ReconcileUser reconcileUser) {
        this.switchOvers = switchOvers;
        this.users = users;
        this.reconcileUser = reconcileUser;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void handle() {
        var more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(this::goThroughNext);
        }
    }

    private boolean goThroughNext() {
        var unfinished = switchOvers.takeUnfinished();
        unfinished.ifPresent(this::goThrough);
        return unfinished.isPresent();
    }

    private void goThrough(SwitchOvers.Unfinished unfinished) {
        var standing = unfinished.standing();
        var batch = users.lockNext(standing.companyId(), unfinished.doneUpTo(), BATCH);
        batch.forEach(user -> reconcileUser.handle(new ReconcileUser.Command(user, standing, Actor.system())));
        var last = batch.size() < BATCH ? null : batch.get(BATCH - 1).id();
        switchOvers.doneUpTo(standing.companyId(), last);
        LOG.infof(
                "users reconciled company=%s state=%s switchOver=%d users=%d",
                standing.companyId(), standing.state(), standing.switchOver(), batch.size());
    }
}
