package io.dovetail.users.suspension;

import io.dovetail.kit.event.Actor;
import io.dovetail.users.company.ChangeStatus;
import io.dovetail.users.company.CompanyStatus;
import io.dovetail.users.switchover.SwitchOvers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Lets a suspended company go on; whoever came to be owed a link meanwhile is mailed it. */
@ApplicationScoped
class ResumeCompany {
    private static final Logger LOG = Logger.getLogger(ResumeCompany.class);

    private final ChangeStatus changeStatus;
    private final SwitchOvers switchOvers;
    private final Clock clock;

    ResumeCompany(ChangeStatus changeStatus, SwitchOvers switchOvers, Clock clock) {
        this.changeStatus = changeStatus;
        this.switchOvers = switchOvers;
        this.clock = clock;
    }

    /** Which company. */
    record Command(UUID company, Actor actor) {}

    @Transactional
    void handle(Command command) {
        if (changeStatus.handle(new ChangeStatus.Command(command.company(), CompanyStatus.ACTIVE, command.actor()))) {
            switchOvers.goThroughAgain(command.company(), clock.instant());
            LOG.infof("company resumed company=%s", command.company());
        }
    }
}
