package io.dovetail.users.session;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.kit.token.EndedTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;

/** Tells every service that sessions ended, this one at once: their access tokens are no longer good. */
@ApplicationScoped
class TellSessionsEnded {
    private final EndedTokens endedTokens;
    private final Outbox outbox;
    private final Clock clock;

    TellSessionsEnded(EndedTokens endedTokens, Outbox outbox, Clock clock) {
        this.endedTokens = endedTokens;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Which, and who ended them. */
    record Command(SessionsEnded ended, Actor actor) {}

    @Transactional(Transactional.TxType.MANDATORY)
    void handle(Command command) {
        var ended = command.ended();
        endedTokens.remember(ended.tokens());
        outbox.append(Event.of(
                "dovetail.users",
                "sessions-ended",
                Objects.requireNonNullElse(ended.userId(), ended.companyId()).toString(),
                ended.companyId(),
                command.actor(),
                clock.instant(),
                ended));
    }
}
