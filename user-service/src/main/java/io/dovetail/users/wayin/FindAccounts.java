package io.dovetail.users.wayin;

import io.dovetail.users.user.Users;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Finds the accounts of every address that wants in, and waits for nobody: whoever gives the address again meets no
 * lock of its company (security.md J8).
 */
@ApplicationScoped
class FindAccounts {
    private final WayInRequests requests;
    private final Users users;
    private final Clock clock;

    FindAccounts(WayInRequests requests, Users users, Clock clock) {
        this.requests = requests;
        this.users = users;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void handle() {
        var more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(this::findNext);
        }
    }

    private boolean findNext() {
        var request = requests.take();
        request.ifPresent(this::find);
        return request.isPresent();
    }

    private void find(WayInRequests.Request request) {
        users.withAddress(request.address())
                .forEach(account -> requests.add(
                        new WayInRequests.AccountRequest(account.id(), request.wantsLink()), clock.instant()));
    }
}
