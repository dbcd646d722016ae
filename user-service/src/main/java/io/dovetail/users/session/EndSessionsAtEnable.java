package io.dovetail.users.session;

import io.dovetail.kit.event.Actor;
import io.dovetail.users.company.Companies;
import io.dovetail.users.switchover.SwitchOvers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Ends the sessions that a company's people had when single sign-on was turned on, but for the one that asked.
 *
 * <p>Whoever came in through the provider meanwhile stays in. Whoever came in by a password before that was heard of
 * here does not; but an Enable that is heard of when a later switch-over is known ends nothing that came after it.
 */
@ApplicationScoped
class EndSessionsAtEnable {
    private static final Logger LOG = Logger.getLogger(EndSessionsAtEnable.class);

    private final Companies companies;
    private final SwitchOvers switchOvers;
    private final Sessions sessions;
    private final SessionConfig config;
    private final TellSessionsEnded tellSessionsEnded;
    private final Clock clock;

    EndSessionsAtEnable(
            Companies companies,
            SwitchOvers switchOvers,
            Sessions sessions,
            SessionConfig config,
            TellSessionsEnded tellSessionsEnded,
            Clock clock) {
        this.companies = companies;
        this.switchOvers = switchOvers;
        this.sessions = sessions;
        this.config = config;
        this.tellSessionsEnded = tellSessionsEnded;
        this.clock = clock;
    }

    /** @param at when it was turned on */
    record Command(ConnectionEnabled enabled, Actor actor, Instant at) {}

    @Transactional
    void handle(Command command) {
        var company = command.enabled().companyId();
        var administrator = command.enabled().userId();
        // Removal and suspension hold the company first as well: nobody waits for the other in a circle
        companies.staysActive(company);
        sessions.lockOwnersOfPasswordSessions(company, clock.instant());
        var asking =
                Optional.ofNullable(command.enabled().sessionId()).or(() -> sessions.findLastRefreshed(administrator));
        asking.ifPresent(session -> sessions.spare(session, administrator, command.at()));
        var ended = sessions.endAllOf(company, command.at(), asking, clock.instant());
        tellSessionsEnded.handle(new TellSessionsEnded.Command(
                SessionsEnded.ofCompany(company, command.at(), asking.orElse(null)), command.actor()));
        var later = switchOvers.isOnSince(company, command.at()) ? endLater(command, asking) : 0;
        LOG.infof("sessions ended company=%s reason=ENABLED sessions=%d told=%d", company, ended, later);
    }

    /**
     * Each by itself: tokens of who came in through the provider at the same time stay good.
     *
     * @return how many may have tokens that are good
     */
    private int endLater(Command command, Optional<UUID> asking) {
        var now = clock.instant();
        var ended = sessions.endPasswordSessions(
                command.enabled().companyId(), command.at(), asking, now.minus(config.accessTokenLife()), now);
        ended.forEach(session -> tellSessionsEnded.handle(new TellSessionsEnded.Command(
                SessionsEnded.ofSession(session.companyId(), session.userId(), session.id(), now), command.actor())));
        return ended.size();
    }
}
