package io.dovetail.users.deadlink;

import io.dovetail.kit.event.Actor;
import io.dovetail.users.company.Companies;
import io.dovetail.users.invitation.IssueInvitation;
import io.dovetail.users.passwordlink.IssuePasswordLink;
import io.dovetail.users.passwordlink.LinkCause;
import io.dovetail.users.passwordlink.OpenLinks;
import io.dovetail.users.user.UserProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Mails whoever asked for it an invitation or a link to create a password, and not too often. */
@ApplicationScoped
public class MailRightLink {
    private static final Duration WITHIN = Duration.ofHours(1);
    private static final int MOST = 3;

    private final OpenLinks links;
    private final Companies companies;
    private final IssueInvitation issueInvitation;
    private final IssuePasswordLink issuePasswordLink;
    private final Clock clock;

    MailRightLink(
            OpenLinks links,
            Companies companies,
            IssueInvitation issueInvitation,
            IssuePasswordLink issuePasswordLink,
            Clock clock) {
        this.links = links;
        this.companies = companies;
        this.issueInvitation = issueInvitation;
        this.issuePasswordLink = issuePasswordLink;
        this.clock = clock;
    }

    /** @param user locked by the caller, of a company whose passwords work */
    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(UserProfile user) {
        var cause = causeFor(user);
        if (!user.isDeactivated() && mayBeMailed(user.id(), cause)) {
            companies.findActive(user.companyId()).ifPresent(company -> mail(user, company.name(), cause));
        }
    }

    private static LinkCause causeFor(UserProfile user) {
        if (user.awaitsInvitation()) {
            return LinkCause.INVITATION_ASKED_FOR;
        }
        return user.hasPassword() ? LinkCause.RESET : LinkCause.PASSWORD_ASKED_FOR;
    }

    /**
     * Each cause by itself: resets that strangers ask for with the bare address count for nobody without a password.
     */
    private boolean mayBeMailed(UUID user, LinkCause cause) {
        return links.countAskedFor(user, cause, clock.instant().minus(WITHIN)) < MOST;
    }

    private void mail(UserProfile user, String company, LinkCause cause) {
        if (user.awaitsInvitation()) {
            issueInvitation.handle(new IssueInvitation.Command(user, company, cause, Actor.anonymous()));
        } else {
            issuePasswordLink.handle(new IssuePasswordLink.Command(user, company, cause, Actor.anonymous()));
        }
    }
}
