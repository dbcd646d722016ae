package io.dovetail.users.invitation;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.problem.CommonProblems;
import io.dovetail.users.audit.Act;
import io.dovetail.users.audit.RecordAct;
import io.dovetail.users.company.Companies;
import io.dovetail.users.switchover.SwitchOvers;
import io.dovetail.users.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Has an administrator's invitation mailed again; the one before is dead from then on. */
@ApplicationScoped
class ResendInvitation {
    private final Users users;
    private final Companies companies;
    private final SwitchOvers switchOvers;
    private final IssueInvitation issueInvitation;
    private final RecordAct recordAct;

    ResendInvitation(
            Users users,
            Companies companies,
            SwitchOvers switchOvers,
            IssueInvitation issueInvitation,
            RecordAct recordAct) {
        this.users = users;
        this.companies = companies;
        this.switchOvers = switchOvers;
        this.issueInvitation = issueInvitation;
        this.recordAct = recordAct;
    }

    /** Who is to get it again. */
    record Command(UUID company, UUID user, Actor actor) {}

    @Transactional
    void handle(Command command) {
        var user = users.lock(command.user())
                .filter(found -> found.belongsTo(command.company()))
                .orElseThrow(() -> CommonProblems.notFound().exception());
        if (!user.awaitsInvitation()) {
            throw InvitationProblems.notPending().exception();
        }
        if (!switchOvers.standing(command.company()).passwordsWork()) {
            throw InvitationProblems.byBindingLink().exception();
        }
        var company = companies.requireActive(command.company()).name();
        issueInvitation.handle(IssueInvitation.Command.of(user, company, command.actor()));
        recordAct.handle(new RecordAct.Command(command.company(), Act.INVITATION_RESENT, user.id(), command.actor()));
    }
}
