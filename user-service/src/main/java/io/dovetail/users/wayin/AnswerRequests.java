package io.dovetail.users.wayin;

import io.dovetail.kit.event.Actor;
import io.dovetail.users.company.Companies;
import io.dovetail.users.company.CompanyProfile;
import io.dovetail.users.invitation.IssueInvitation;
import io.dovetail.users.passwordlink.IssuePasswordLink;
import io.dovetail.users.passwordlink.LinkCause;
import io.dovetail.users.passwordlink.OpenLinks;
import io.dovetail.users.switchover.SwitchOvers;
import io.dovetail.users.user.UserProfile;
import io.dovetail.users.user.Users;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Has everyone with an address that wants in mailed their way in, one address at a time. */
@ApplicationScoped
class AnswerRequests {
    private final WayInRequests requests;
    private final OpenLinks links;
    private final Users users;
    private final Companies companies;
    private final SwitchOvers switchOvers;
    private final IssuePasswordLink issueLink;
    private final IssueInvitation issueInvitation;
    private final TellWayIn tellWayIn;
    private final WayInConfig config;
    private final Clock clock;

    AnswerRequests(
            WayInRequests requests,
            OpenLinks links,
            Users users,
            Companies companies,
            SwitchOvers switchOvers,
            IssuePasswordLink issueLink,
            IssueInvitation issueInvitation,
            TellWayIn tellWayIn,
            WayInConfig config,
            Clock clock) {
        this.requests = requests;
        this.links = links;
        this.users = users;
        this.companies = companies;
        this.switchOvers = switchOvers;
        this.issueLink = issueLink;
        this.issueInvitation = issueInvitation;
        this.tellWayIn = tellWayIn;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void handle() {
        var more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(this::answerNext);
        }
    }

    private boolean answerNext() {
        var request = requests.take();
        request.ifPresent(this::answer);
        return request.isPresent();
    }

    private void answer(WayInRequests.Request request) {
        users.withAddress(request.address()).stream()
                .filter(user -> !user.isDeactivated())
                .forEach(user -> answer(user, request.wantsLink()));
    }

    private void answer(UserProfile user, boolean wantsLink) {
        companies.findActive(user.companyId()).ifPresent(company -> answer(user, company, wantsLink));
    }

    private void answer(UserProfile user, CompanyProfile company, boolean wantsLink) {
        if (!switchOvers.standing(user.companyId()).passwordsWork()) {
            tellWayIn.handle(new TellWayIn.Command(user, company));
        } else if (wantsLink && !links.wasSent(user.id(), clock.instant().minus(config.pauseBetweenLinks()))) {
            mailLink(user, company);
        }
    }

    private void mailLink(UserProfile user, CompanyProfile company) {
        if (user.awaitsInvitation()) {
            issueInvitation.handle(IssueInvitation.Command.of(user, company.name(), Actor.anonymous()));
        } else {
            issueLink.handle(new IssuePasswordLink.Command(user, company.name(), LinkCause.RESET, Actor.anonymous()));
        }
    }
}
