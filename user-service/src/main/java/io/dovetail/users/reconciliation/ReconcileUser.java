package io.dovetail.users.reconciliation;

import io.dovetail.kit.event.Actor;
import io.dovetail.users.asking.PassOn;
import io.dovetail.users.asking.WaitingRequests;
import io.dovetail.users.company.Companies;
import io.dovetail.users.deadlink.MailRightLink;
import io.dovetail.users.owedlink.MailOwedLink;
import io.dovetail.users.password.VoidPassword;
import io.dovetail.users.passwordlink.CancelLinks;
import io.dovetail.users.switchover.Standing;
import io.dovetail.users.user.UserProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Objects;

/**
 * Gives one user what they are owed where their company stands (design.md, section 5); done again, it changes nothing.
 *
 * <p>A void password is dropped. While single sign-on is on, links rest and their mails are called back. While it is
 * off, whoever has no password gets one link for each settled switch-over, unless their company is suspended; and one
 * more if they asked for it at the page of a dead binding link.
 */
@ApplicationScoped
public class ReconcileUser {
    private final VoidPassword voidPassword;
    private final CancelLinks cancelLinks;
    private final MailOwedLink mailOwedLink;
    private final Companies companies;
    private final WaitingRequests waitingRequests;
    private final PassOn passOn;
    private final MailRightLink mailRightLink;

    ReconcileUser(
            VoidPassword voidPassword,
            CancelLinks cancelLinks,
            MailOwedLink mailOwedLink,
            Companies companies,
            WaitingRequests waitingRequests,
            PassOn passOn,
            MailRightLink mailRightLink) {
        this.voidPassword = voidPassword;
        this.cancelLinks = cancelLinks;
        this.mailOwedLink = mailOwedLink;
        this.companies = companies;
        this.waitingRequests = waitingRequests;
        this.passOn = passOn;
        this.mailRightLink = mailRightLink;
    }

    /** @param user locked by the caller */
    public record Command(UserProfile user, Standing standing, Actor actor) {}

    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(Command command) {
        var standing = command.standing();
        var user = voidPassword.handle(new VoidPassword.Command(command.user(), standing));
        var asked = waitingRequests.take(user, standing.switchOver());
        if (!standing.passwordsWork()) {
            cancelLinks.callBack(user);
            asked.ifPresent(wish -> passOn.back(wish, standing.switchOver()));
        } else if (isOwedLink(user, standing)) {
            mailLink(user, command.actor());
        } else if (asked.isPresent() && !user.hasPassword()) {
            mailRightLink.handle(user);
        }
    }

    private static boolean isOwedLink(UserProfile user, Standing standing) {
        return !user.isDeactivated()
                && !user.hasPassword()
                && !Objects.equals(user.linkedSettled(), standing.settled());
    }

    private void mailLink(UserProfile user, Actor actor) {
        companies
                .findActive(user.companyId())
                .ifPresent(company -> mailOwedLink.handle(new MailOwedLink.Command(user, company.name(), actor)));
    }
}
