package io.dovetail.users.invitation;

import io.dovetail.kit.event.Actor;
import io.dovetail.users.company.Companies;
import io.dovetail.users.passwordlink.LinkCause;
import io.dovetail.users.passwordlink.OpenLinks;
import io.dovetail.users.switchover.SwitchOvers;
import io.dovetail.users.user.UserProfile;
import io.dovetail.users.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * Mails an invitation again because somebody at the page of one, good or dead, asks for it; to the account's own
 * address, and not too often.
 *
 * <p>While single sign-on is on the invitation is a binding link, which binding-service owes.
 */
@ApplicationScoped
class MailInvitationAgain {
    private static final Duration WITHIN = Duration.ofHours(1);
    private static final int MOST = 3;

    private final OpenLinks links;
    private final Users users;
    private final Companies companies;
    private final SwitchOvers switchOvers;
    private final IssueInvitation issueInvitation;
    private final Clock clock;

    MailInvitationAgain(
            OpenLinks links,
            Users users,
            Companies companies,
            SwitchOvers switchOvers,
            IssueInvitation issueInvitation,
            Clock clock) {
        this.links = links;
        this.users = users;
        this.companies = companies;
        this.switchOvers = switchOvers;
        this.issueInvitation = issueInvitation;
        this.clock = clock;
    }

    /** @param token of the invitation, as the page has it */
    record Command(String token) {}

    /** Says nothing about what was mailed, if anything. */
    @Transactional
    void handle(Command command) {
        links.findUser(command.token(), OpenLinks.Kind.INVITATION)
                .flatMap(users::find)
                .ifPresent(this::mail);
    }

    private void mail(UserProfile invited) {
        var company = invited.companyId();
        if (companies.staysActive(company) && switchOvers.lasting(company).passwordsWork()) {
            users.lock(invited.id())
                    .filter(UserProfile::awaitsInvitation)
                    .filter(user -> mayBeMailed(user.id()))
                    .ifPresent(this::issue);
        }
    }

    private boolean mayBeMailed(UUID user) {
        return links.countAskedFor(user, clock.instant().minus(WITHIN)) < MOST;
    }

    private void issue(UserProfile user) {
        var company = companies.requireActive(user.companyId()).name();
        issueInvitation.handle(
                new IssueInvitation.Command(user, company, LinkCause.INVITATION_ASKED_FOR, Actor.anonymous()));
    }
}
