package io.dovetail.users.wayin;

import io.dovetail.users.company.Companies;
import io.dovetail.users.switchover.SwitchOvers;
import io.dovetail.users.user.UserProfile;
import io.dovetail.users.user.Users;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Has every account that wants in mailed its way in, one at a time.
 *
 * <p>A company that somebody else holds, as a walk over its users does for a batch, is left for the next time: others
 * do not wait for it.
 */
@ApplicationScoped
class AnswerRequests {
    private final WayInRequests requests;
    private final Users users;
    private final Companies companies;
    private final SwitchOvers switchOvers;
    private final MailWayIn mailWayIn;

    AnswerRequests(
            WayInRequests requests, Users users, Companies companies, SwitchOvers switchOvers, MailWayIn mailWayIn) {
        this.requests = requests;
        this.users = users;
        this.companies = companies;
        this.switchOvers = switchOvers;
        this.mailWayIn = mailWayIn;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void handle() {
        var busy = new HashSet<UUID>();
        var more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(() -> answerNext(busy));
        }
    }

    private boolean answerNext(Set<UUID> busy) {
        var request = requests.next(busy);
        request.ifPresent(found -> users.find(found.user())
                .ifPresentOrElse(account -> answer(found, account, busy), () -> requests.remove(found)));
        return request.isPresent();
    }

    private void answer(WayInRequests.AccountRequest request, UserProfile account, Set<UUID> busy) {
        var company = account.companyId();
        if (!companies.holdIfFree(company) || !switchOvers.holdIfFree(company)) {
            busy.add(company);
            return;
        }
        mailWayIn.handle(new MailWayIn.Command(account, request.wantsLink()));
        requests.remove(request);
    }
}
