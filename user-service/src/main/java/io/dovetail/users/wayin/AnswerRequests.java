package io.dovetail.users.wayin;

import io.dovetail.users.user.Users;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Has everyone with an address that wants in mailed their way in, one address at a time. */
@ApplicationScoped
class AnswerRequests {
    private final WayInRequests requests;
    private final Users users;
    private final MailWayIn mailWayIn;

    AnswerRequests(WayInRequests requests, Users users, MailWayIn mailWayIn) {
        this.requests = requests;
        this.users = users;
        this.mailWayIn = mailWayIn;
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
        users.withAddress(request.address())
                .forEach(account -> mailWayIn.handle(new MailWayIn.Command(account, request.wantsLink())));
    }
}
