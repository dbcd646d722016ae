package io.dovetail.users.wayin;

import io.dovetail.users.user.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Notes that someone wants in; known and unknown addresses alike, so that time tells nothing (security.md J8). */
@ApplicationScoped
public class AskWayIn {
    private final WayInRequests requests;
    private final Clock clock;

    AskWayIn(WayInRequests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /** @param wantsLink to create a new password; otherwise a password was tried in vain */
    public record Command(EmailAddress address, boolean wantsLink) {}

    @Transactional
    public void handle(Command command) {
        requests.add(new WayInRequests.Request(command.address(), command.wantsLink()), clock.instant());
    }
}
