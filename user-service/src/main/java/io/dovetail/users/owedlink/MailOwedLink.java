package io.dovetail.users.owedlink;

import io.dovetail.kit.event.Actor;
import io.dovetail.users.invitation.IssueInvitation;
import io.dovetail.users.passwordlink.IssuePasswordLink;
import io.dovetail.users.passwordlink.LinkCause;
import io.dovetail.users.user.UserProfile;
import io.dovetail.users.user.UserStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Mails somebody without a password the link that the table of design.md, section 5, owes them. */
@ApplicationScoped
public class MailOwedLink {
    private final IssueInvitation issueInvitation;
    private final IssuePasswordLink issueLink;

    MailOwedLink(IssueInvitation issueInvitation, IssuePasswordLink issueLink) {
        this.issueInvitation = issueInvitation;
        this.issueLink = issueLink;
    }

    /** @param user locked by the caller, of a company whose passwords work */
    public record Command(UserProfile user, String companyName, Actor actor) {}

    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(Command command) {
        var user = command.user();
        if (user.awaitsInvitation()) {
            issueInvitation.handle(IssueInvitation.Command.of(user, command.companyName(), command.actor()));
        } else {
            var cause = user.status() == UserStatus.PENDING
                    ? LinkCause.FIRST_ADMINISTRATOR
                    : LinkCause.SINGLE_SIGN_ON_DISABLED;
            issueLink.handle(new IssuePasswordLink.Command(user, command.companyName(), cause, command.actor()));
        }
    }
}
