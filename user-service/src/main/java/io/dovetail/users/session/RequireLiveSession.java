package io.dovetail.users.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Makes sure that the caller's session has not ended: an access token outlives it by minutes. */
@ApplicationScoped
public class RequireLiveSession {
    private final Sessions sessions;
    private final Clock clock;

    RequireLiveSession(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Whose session, and which. */
    public record Query(UUID user, UUID session) {}

    /** @throws io.dovetail.kit.problem.ProblemException not-authenticated */
    @Transactional
    public void handle(Query query) {
        sessions.requireLive(query.session(), query.user(), clock.instant());
    }
}
