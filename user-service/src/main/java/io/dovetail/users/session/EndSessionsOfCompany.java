package io.dovetail.users.session;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Ends the sessions of everybody of a company, in the transaction of whoever has a reason for it. */
@ApplicationScoped
public class EndSessionsOfCompany {
    private final Sessions sessions;
    private final Outbox outbox;
    private final Clock clock;

    EndSessionsOfCompany(Sessions sessions, Outbox outbox, Clock clock) {
        this.sessions = sessions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Which company, and who ends them. */
    public record Command(UUID company, Actor actor) {}

    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(Command command) {
        var now = clock.instant();
        var company = command.company();
        sessions.endAllOf(company, now);
        outbox.append(Event.of(
                "dovetail.users",
                "sessions-ended",
                company.toString(),
                company,
                command.actor(),
                now,
                new SessionsEnded(company, null, now, null)));
    }
}
