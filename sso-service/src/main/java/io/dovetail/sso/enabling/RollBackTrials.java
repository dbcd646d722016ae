package io.dovetail.sso.enabling;

import io.dovetail.sso.connection.SwitchOvers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Rolls trials back whose time is over; any replica may, each row is looked at again under its lock. */
@ApplicationScoped
class RollBackTrials {
    private static final Logger LOG = Logger.getLogger(RollBackTrials.class);
    private static final int BATCH = 100;

    private final SwitchOvers switchOvers;

    RollBackTrials(SwitchOvers switchOvers) {
        this.switchOvers = switchOvers;
    }

    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        for (var companyId : QuarkusTransaction.requiringNew().call(() -> switchOvers.overdueTrials(BATCH))) {
            QuarkusTransaction.requiringNew().run(() -> switchOvers.rollBack(companyId));
            LOG.infof("trial rolled back company=%s", companyId);
        }
    }
}
