package io.dovetail.users.suspension;

import io.dovetail.kit.event.Actor;
import io.dovetail.users.audit.Act;
import io.dovetail.users.audit.RecordAct;
import io.dovetail.users.company.ChangeStatus;
import io.dovetail.users.company.CompanyStatus;
import io.dovetail.users.session.EndSessionsOfCompany;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Suspends a company: from then on nobody of it signs in, and whoever is in is out. */
@ApplicationScoped
class SuspendCompany {
    private static final Logger LOG = Logger.getLogger(SuspendCompany.class);

    private final ChangeStatus changeStatus;
    private final EndSessionsOfCompany endSessions;
    private final RecordAct recordAct;

    SuspendCompany(ChangeStatus changeStatus, EndSessionsOfCompany endSessions, RecordAct recordAct) {
        this.changeStatus = changeStatus;
        this.endSessions = endSessions;
        this.recordAct = recordAct;
    }

    /** Which company. */
    record Command(UUID company, Actor actor) {}

    @Transactional
    void handle(Command command) {
        if (changeStatus.handle(
                new ChangeStatus.Command(command.company(), CompanyStatus.SUSPENDED, command.actor()))) {
            endSessions.handle(new EndSessionsOfCompany.Command(command.company(), command.actor()));
            recordAct.handle(RecordAct.Command.ofCompany(command.company(), Act.COMPANY_SUSPENDED, command.actor()));
            LOG.infof("company suspended company=%s", command.company());
        }
    }
}
