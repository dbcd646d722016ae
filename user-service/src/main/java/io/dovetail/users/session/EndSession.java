package io.dovetail.users.session;

import io.dovetail.users.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Ends one of a person's own sessions; ending it again changes nothing. */
@ApplicationScoped
class EndSession {
    private final Sessions sessions;
    private final Users users;
    private final TellSessionsEnded tellSessionsEnded;
    private final Clock clock;

    EndSession(Sessions sessions, Users users, TellSessionsEnded tellSessionsEnded, Clock clock) {
        this.sessions = sessions;
        this.users = users;
        this.tellSessionsEnded = tellSessionsEnded;
        this.clock = clock;
    }

    /** Whose session, and which. */
    record Command(UUID user, UUID session) {}

    @Transactional
    void handle(Command command) {
        var now = clock.instant();
        users.lock(command.user());
        var session = sessions.findForChange(command.session())
                .filter(found -> found.belongsTo(command.user()))
                .orElseThrow(() -> SessionProblems.sessionUnknown().exception());
        if (session.isLive(now)) {
            tellSessionsEnded.handle(session.end(now));
        }
    }
}
