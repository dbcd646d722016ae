package io.dovetail.users.session;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.users.password.PasswordCreated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/** Ends all of a user's sessions in the transaction that creates their new password (security.md J11). */
@ApplicationScoped
class EndSessionsAfterPassword {
    private final Sessions sessions;
    private final Outbox outbox;
    private final Clock clock;

    EndSessionsAfterPassword(Sessions sessions, Outbox outbox, Clock clock) {
        this.sessions = sessions;
        this.outbox = outbox;
        this.clock = clock;
    }

    void handle(@Observes PasswordCreated created) {
        var now = clock.instant();
        if (sessions.endAll(created.userId(), now) > 0) {
            outbox.append(Event.of(
                    "dovetail.users",
                    "sessions-ended",
                    created.userId().toString(),
                    created.companyId(),
                    Actor.user(created.userId()),
                    now,
                    new SessionsEnded(created.companyId(), created.userId(), now)));
        }
    }
}
