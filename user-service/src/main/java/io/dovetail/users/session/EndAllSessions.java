package io.dovetail.users.session;

import io.dovetail.kit.event.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ends a user's sessions, in the transaction of whoever has a reason for it and has locked the user. */
@ApplicationScoped
public class EndAllSessions {
    private final Sessions sessions;
    private final TellSessionsEnded tellSessionsEnded;
    private final Clock clock;

    EndAllSessions(Sessions sessions, TellSessionsEnded tellSessionsEnded, Clock clock) {
        this.sessions = sessions;
        this.tellSessionsEnded = tellSessionsEnded;
        this.clock = clock;
    }

    /**
     * Whose sessions, and who ends them.
     *
     * @param spared the one that goes on; null for none
     */
    public record Command(
            UUID company, UUID user, Actor actor, @Nullable UUID spared) {
        public static Command all(UUID company, UUID user, Actor actor) {
            return new Command(company, user, actor, null);
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(Command command) {
        var now = clock.instant();
        if (sessions.endAll(command.user(), Optional.ofNullable(command.spared()), now) > 0) {
            var ended = SessionsEnded.ofUser(command.company(), command.user(), now, command.spared());
            tellSessionsEnded.handle(new TellSessionsEnded.Command(ended, command.actor()));
        }
    }
}
