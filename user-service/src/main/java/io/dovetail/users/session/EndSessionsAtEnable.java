package io.dovetail.users.session;

import io.dovetail.kit.event.Actor;
import io.dovetail.users.company.Companies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Ends the sessions that a company's people had when single sign-on was turned on, but for the one that asked.
 *
 * <p>Whoever came in through the provider meanwhile stays in.
 */
@ApplicationScoped
class EndSessionsAtEnable {
    private static final Logger LOG = Logger.getLogger(EndSessionsAtEnable.class);

    private final Companies companies;
    private final Sessions sessions;
    private final TellSessionsEnded tellSessionsEnded;
    private final Clock clock;

    EndSessionsAtEnable(Companies companies, Sessions sessions, TellSessionsEnded tellSessionsEnded, Clock clock) {
        this.companies = companies;
        this.sessions = sessions;
        this.tellSessionsEnded = tellSessionsEnded;
        this.clock = clock;
    }

    /** @param at when it was turned on */
    record Command(ConnectionEnabled enabled, Actor actor, Instant at) {}

    @Transactional
    void handle(Command command) {
        var company = command.enabled().companyId();
        // Removal and suspension hold the company first as well: nobody waits for the other in a circle
        companies.staysActive(company);
        var asking = Optional.ofNullable(command.enabled().sessionId())
                .or(() -> sessions.findLastRefreshed(command.enabled().userId()));
        var ended = sessions.endAllOf(company, command.at(), asking, clock.instant());
        tellSessionsEnded.handle(new TellSessionsEnded.Command(
                SessionsEnded.ofCompany(company, command.at(), asking.orElse(null)), command.actor()));
        LOG.infof("sessions ended company=%s reason=ENABLED sessions=%d", company, ended);
    }
}
