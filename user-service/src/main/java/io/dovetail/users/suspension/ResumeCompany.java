package io.dovetail.users.suspension;

import io.dovetail.kit.event.Actor;
import io.dovetail.users.audit.Act;
import io.dovetail.users.audit.RecordAct;
import io.dovetail.users.company.ChangeStatus;
import io.dovetail.users.company.CompanyStatus;
import io.dovetail.users.switchover.SwitchOvers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Lets a suspended company go on; whoever came to be owed a link meanwhile is mailed it. */
@ApplicationScoped
class ResumeCompany {
    private static final Logger LOG = Logger.getLogger(ResumeCompany.class);

    private final ChangeStatus changeStatus;
    private final SwitchOvers switchOvers;
    private final RecordAct recordAct;

    ResumeCompany(ChangeStatus changeStatus, SwitchOvers switchOvers, RecordAct recordAct) {
        this.changeStatus = changeStatus;
        this.switchOvers = switchOvers;
        this.recordAct = recordAct;
    }

    /** Which company. */
    record Command(UUID company, Actor actor) {}

    @Transactional
    void handle(Command command) {
        if (changeStatus.handle(new ChangeStatus.Command(command.company(), CompanyStatus.ACTIVE, command.actor()))) {
            switchOvers.goThroughAgain(command.company());
            recordAct.handle(RecordAct.Command.ofCompany(command.company(), Act.COMPANY_RESUMED, command.actor()));
            LOG.infof("company resumed company=%s", command.company());
        }
    }
}
