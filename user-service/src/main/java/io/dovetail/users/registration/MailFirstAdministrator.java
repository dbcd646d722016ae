package io.dovetail.users.registration;

import io.dovetail.kit.event.Actor;
import io.dovetail.users.audit.Act;
import io.dovetail.users.audit.RecordAct;
import io.dovetail.users.company.Companies;
import io.dovetail.users.passwordlink.IssuePasswordLink;
import io.dovetail.users.passwordlink.LinkCause;
import io.dovetail.users.user.UserStatus;
import io.dovetail.users.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Mails the first administrator again; the link of the mail before is dead from then on. */
@ApplicationScoped
class MailFirstAdministrator {
    private final Companies companies;
    private final Users users;
    private final IssuePasswordLink issueLink;
    private final RecordAct recordAct;

    MailFirstAdministrator(Companies companies, Users users, IssuePasswordLink issueLink, RecordAct recordAct) {
        this.companies = companies;
        this.users = users;
        this.issueLink = issueLink;
        this.recordAct = recordAct;
    }

    /** Whose first administrator. */
    record Command(UUID company, Actor actor) {}

    @Transactional
    Registration handle(Command command) {
        var company = companies.requireActive(command.company());
        var user = users.find(company.firstAdministratorId())
                .filter(found -> found.status() == UserStatus.PENDING)
                .orElseThrow(() -> RegistrationProblems.alreadyActive().exception());
        issueLink.handle(
                new IssuePasswordLink.Command(user, company.name(), LinkCause.FIRST_ADMINISTRATOR, command.actor()));
        recordAct.handle(
                new RecordAct.Command(company.companyId(), Act.FIRST_ADMINISTRATOR_MAILED, user.id(), command.actor()));
        return new Registration(company.companyId(), user.id());
    }
}
