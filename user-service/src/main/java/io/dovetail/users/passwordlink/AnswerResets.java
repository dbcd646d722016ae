package io.dovetail.users.passwordlink;

import io.dovetail.kit.event.Actor;
import io.dovetail.users.company.Companies;
import io.dovetail.users.company.CompanyProfile;
import io.dovetail.users.user.EmailAddress;
import io.dovetail.users.user.UserProfile;
import io.dovetail.users.user.Users;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Has a link mailed for every account of the addresses for which a reset was asked, one address at a time. */
@ApplicationScoped
class AnswerResets {
    private final ResetRequests requests;
    private final PasswordLinks links;
    private final Users users;
    private final Companies companies;
    private final IssuePasswordLink issueLink;
    private final LinkConfig config;
    private final Clock clock;

    AnswerResets(
            ResetRequests requests,
            PasswordLinks links,
            Users users,
            Companies companies,
            IssuePasswordLink issueLink,
            LinkConfig config,
            Clock clock) {
        this.requests = requests;
        this.links = links;
        this.users = users;
        this.companies = companies;
        this.issueLink = issueLink;
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
        var address = requests.take();
        address.ifPresent(this::answer);
        return address.isPresent();
    }

    private void answer(EmailAddress address) {
        var since = clock.instant().minus(config.pauseBetweenResets());
        users.withAddress(address).stream()
                .filter(user -> !user.isDeactivated() && !links.wasReset(user.id(), since))
                .forEach(this::issue);
    }

    private void issue(UserProfile user) {
        var company = companies.find(user.companyId()).map(CompanyProfile::name).orElseThrow();
        issueLink.handle(new IssuePasswordLink.Command(user, company, LinkCause.RESET, Actor.anonymous()));
    }
}
