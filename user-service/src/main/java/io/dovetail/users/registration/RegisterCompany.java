package io.dovetail.users.registration;

import io.dovetail.kit.event.Actor;
import io.dovetail.users.audit.Act;
import io.dovetail.users.audit.RecordAct;
import io.dovetail.users.company.AddCompany;
import io.dovetail.users.company.DomainName;
import io.dovetail.users.company.SingleSignOn;
import io.dovetail.users.passwordlink.IssuePasswordLink;
import io.dovetail.users.passwordlink.LinkCause;
import io.dovetail.users.user.AddUser;
import io.dovetail.users.user.EmailAddress;
import io.dovetail.users.user.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Registers a company with its first administrator and has the administrator mailed, all or nothing. */
@ApplicationScoped
class RegisterCompany {
    private static final Logger LOG = Logger.getLogger(RegisterCompany.class);

    private final AddCompany addCompany;
    private final AddUser addUser;
    private final IssuePasswordLink issueLink;
    private final RecordAct recordAct;

    RegisterCompany(AddCompany addCompany, AddUser addUser, IssuePasswordLink issueLink, RecordAct recordAct) {
        this.addCompany = addCompany;
        this.addUser = addUser;
        this.issueLink = issueLink;
        this.recordAct = recordAct;
    }

    /** The company and who administers it at first. */
    record Command(
            String name, List<DomainName> domains, SingleSignOn singleSignOn, FirstAdministrator admin, Actor actor) {}

    /** A person who is no user yet. */
    record FirstAdministrator(EmailAddress email, String firstName, String lastName) {}

    @Transactional
    Registration handle(Command command) {
        var admin = command.admin();
        var adminId = UUID.randomUUID();
        var company = addCompany.handle(new AddCompany.Command(
                command.name(), command.domains(), command.singleSignOn(), adminId, command.actor()));
        var user = addUser.handle(new AddUser.Command(
                adminId,
                company.companyId(),
                admin.email(),
                admin.firstName(),
                admin.lastName(),
                Role.ADMIN,
                command.actor(),
                null));
        issueLink.handle(
                new IssuePasswordLink.Command(user, company.name(), LinkCause.FIRST_ADMINISTRATOR, command.actor()));
        recordAct.handle(RecordAct.Command.ofCompany(company.companyId(), Act.COMPANY_REGISTERED, command.actor()));
        LOG.infof("company registered company=%s admin=%s", company.companyId(), adminId);
        return new Registration(company.companyId(), adminId);
    }
}
