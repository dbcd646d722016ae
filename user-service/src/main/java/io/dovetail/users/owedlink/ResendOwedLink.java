package io.dovetail.users.owedlink;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.problem.CommonProblems;
import io.dovetail.users.audit.Act;
import io.dovetail.users.audit.RecordAct;
import io.dovetail.users.company.Companies;
import io.dovetail.users.password.VoidPassword;
import io.dovetail.users.switchover.SwitchOvers;
import io.dovetail.users.user.UserProfile;
import io.dovetail.users.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * Has an administrator's invitation, or somebody's link to create a password, mailed again; the one before is dead from
 * then on.
 */
@ApplicationScoped
class ResendOwedLink {
    private final Companies companies;
    private final SwitchOvers switchOvers;
    private final Users users;
    private final VoidPassword voidPassword;
    private final MailOwedLink mailOwedLink;
    private final RecordAct recordAct;

    ResendOwedLink(
            Companies companies,
            SwitchOvers switchOvers,
            Users users,
            VoidPassword voidPassword,
            MailOwedLink mailOwedLink,
            RecordAct recordAct) {
        this.companies = companies;
        this.switchOvers = switchOvers;
        this.users = users;
        this.voidPassword = voidPassword;
        this.mailOwedLink = mailOwedLink;
        this.recordAct = recordAct;
    }

    /** Who is to get it again. */
    record Command(UUID company, UUID user, Actor actor) {}

    @Transactional
    void handle(Command command) {
        var company = companies.requireStaysActive(command.company());
        var user = requireOwed(command);
        mailOwedLink.handle(new MailOwedLink.Command(user, company.name(), command.actor()));
        var act = user.awaitsInvitation() ? Act.INVITATION_RESENT : Act.PASSWORD_LINK_RESENT;
        recordAct.handle(new RecordAct.Command(command.company(), act, user.id(), command.actor()));
    }

    /** The person, locked, who has no password that works; one that a switch-over made void counts for none. */
    private UserProfile requireOwed(Command command) {
        var standing = switchOvers.lasting(command.company());
        var user = users.lock(command.user())
                .filter(found -> found.belongsTo(command.company()))
                .orElseThrow(() -> CommonProblems.notFound().exception());
        if (user.isDeactivated()) {
            throw OwedLinkProblems.notPending().exception();
        }
        if (!standing.passwordsWork()) {
            throw OwedLinkProblems.byBindingLink().exception();
        }
        var present = voidPassword.handle(new VoidPassword.Command(user, standing));
        if (present.hasPassword()) {
            throw OwedLinkProblems.notPending().exception();
        }
        return present;
    }
}
