package io.dovetail.users.registration;

import io.dovetail.kit.event.Actor;
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

    MailFirstAdministrator(Companies companies, Users users, IssuePasswordLink issueLink) {
        this.companies = companies;
        this.users = users;
        this.issueLink = issueLink;
    }

    /** Whose first administrator. */
    record Command(UUID company) {}

    @Transactional
    Registration handle(Command command) {
        var company = companies.requireActive(command.company());
        var user = users.find(company.firstAdministratorId())
                .filter(found -> found.status() == UserStatus.PENDING)
                .orElseThrow(() -> RegistrationProblems.alreadyActive().exception());
        issueLink.handle(
                new IssuePasswordLink.Command(user, company.name(), LinkCause.FIRST_ADMINISTRATOR, Actor.operator()));
        return new Registration(company.companyId(), user.id());
    }
}
