package io.dovetail.users.passwordlink;

import io.dovetail.users.user.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Notes that someone asked for a new password; known and unknown addresses alike (security.md J8). */
@ApplicationScoped
class AskForReset {
    private final ResetRequests requests;
    private final Clock clock;

    AskForReset(ResetRequests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /** Whose password it is about. */
    record Command(EmailAddress address) {}

    @Transactional
    void handle(Command command) {
        requests.add(command.address(), clock.instant());
    }
}
