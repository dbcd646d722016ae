package io.dovetail.users.removal;

import io.dovetail.kit.copies.Forgotten;
import io.dovetail.kit.event.Actor;
import io.dovetail.users.company.MarkRemoved;
import io.dovetail.users.session.EndSessionsOfCompany;
import io.dovetail.users.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Removes a company: it is gone for everybody at once, and {@link EraseCompanies} erases what belongs to it. */
@ApplicationScoped
class RemoveCompany {
    private static final Logger LOG = Logger.getLogger(RemoveCompany.class);

    private final Users users;
    private final MarkRemoved markRemoved;
    private final EndSessionsOfCompany endSessions;
    private final Forgotten forgotten;
    private final CompanyRows rows;

    RemoveCompany(
            Users users,
            MarkRemoved markRemoved,
            EndSessionsOfCompany endSessions,
            Forgotten forgotten,
            CompanyRows rows) {
        this.users = users;
        this.markRemoved = markRemoved;
        this.endSessions = endSessions;
        this.forgotten = forgotten;
        this.rows = rows;
    }

    /** Which company. */
    record Command(UUID company, Actor actor) {}

    @Transactional
    void handle(Command command) {
        users.lockCompany(command.company()); // first, as all who change its people do
        markRemoved.handle(new MarkRemoved.Command(command.company(), command.actor()));
        forgotten.add(command.company());
        rows.deleteKnownConnection(command.company());
        endSessions.handle(new EndSessionsOfCompany.Command(command.company(), command.actor()));
        LOG.infof("company removed company=%s", command.company());
    }
}
