package io.dovetail.users.session;

import io.dovetail.kit.outbox.Outbox;
import io.dovetail.users.user.UserProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Opens a session for a user who has proved who they are. */
@ApplicationScoped
public class OpenSession {
    private static final Logger LOG = Logger.getLogger(OpenSession.class);

    private final Sessions sessions;
    private final IssueTokens issueTokens;
    private final SessionConfig config;
    private final Outbox outbox;
    private final Clock clock;

    OpenSession(Sessions sessions, IssueTokens issueTokens, SessionConfig config, Outbox outbox, Clock clock) {
        this.sessions = sessions;
        this.issueTokens = issueTokens;
        this.config = config;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Whose session, and by what.
     *
     * @param signInId of the round trip to the provider; null without one
     * @param notAfter when the provider ends it; null if it does not say
     */
    public record Command(
            UserProfile user,
            SessionMethod method,
            @Nullable UUID signInId,
            @Nullable Instant notAfter) {}

    @Transactional
    public OpenedSession handle(Command command) {
        var now = clock.instant();
        var session = new Session(command, now, life(command.method()));
        sessions.add(session);
        var answer = issueTokens.handle(session, command.user(), now);
        outbox.append(session.opened());
        LOG.infof("session opened session=%s user=%s method=%s", session.id(), session.userId(), session.method());
        return answer;
    }

    private Duration life(SessionMethod method) {
        return method == SessionMethod.RECOVERY ? config.recoveryLife() : config.life();
    }
}
