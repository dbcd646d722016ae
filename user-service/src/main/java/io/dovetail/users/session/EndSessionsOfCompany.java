package io.dovetail.users.session;

import io.dovetail.kit.event.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Ends the sessions of everybody of a company, in the transaction of whoever has a reason for it. */
@ApplicationScoped
public class EndSessionsOfCompany {
    private final Sessions sessions;
    private final TellSessionsEnded tellSessionsEnded;
    private final Clock clock;

    EndSessionsOfCompany(Sessions sessions, TellSessionsEnded tellSessionsEnded, Clock clock) {
        this.sessions = sessions;
        this.tellSessionsEnded = tellSessionsEnded;
        this.clock = clock;
    }

    /** Which company, and who ends them. */
    public record Command(UUID company, Actor actor) {}

    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(Command command) {
        var now = clock.instant();
        var company = command.company();
        sessions.endAllOf(company, now);
        tellSessionsEnded.handle(
                new TellSessionsEnded.Command(SessionsEnded.ofCompany(company, now, null), command.actor()));
    }
}
