package io.dovetail.users.session;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.outbox.Outbox;
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
    private final Outbox outbox;
    private final Clock clock;

    EndAllSessions(Sessions sessions, Outbox outbox, Clock clock) {
        this.sessions = sessions;
        this.outbox = outbox;
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
            outbox.append(Event.of(
                    "dovetail.users",
                    "sessions-ended",
                    command.user().toString(),
                    command.company(),
                    command.actor(),
                    now,
                    new SessionsEnded(command.company(), command.user(), now, command.spared())));
        }
    }
}
