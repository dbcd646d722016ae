package io.dovetail.users.session;

import io.dovetail.users.company.Companies;
import io.dovetail.users.switchover.SwitchOvers;
import io.dovetail.users.user.UserProfile;
import io.dovetail.users.user.UserStatus;
import io.dovetail.users.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Replaces a refresh token by the next one.
 *
 * <p>The replaced one is good for a little longer, since tabs refresh at the same time and answers get lost. Whoever
 * comes with it later has a stolen one, or the thief was faster: then the session ends for both. While single sign-on
 * is on, a session that a password opened rests (decision 0027).
 */
@ApplicationScoped
class RefreshSession {
    private static final Logger LOG = Logger.getLogger(RefreshSession.class);

    private final Sessions sessions;
    private final Users users;
    private final Companies companies;
    private final SwitchOvers switchOvers;
    private final IssueTokens issueTokens;
    private final SessionConfig config;
    private final TellSessionsEnded tellSessionsEnded;
    private final Clock clock;

    RefreshSession(
            Sessions sessions,
            Users users,
            Companies companies,
            SwitchOvers switchOvers,
            IssueTokens issueTokens,
            SessionConfig config,
            TellSessionsEnded tellSessionsEnded,
            Clock clock) {
        this.sessions = sessions;
        this.users = users;
        this.companies = companies;
        this.switchOvers = switchOvers;
        this.issueTokens = issueTokens;
        this.config = config;
        this.tellSessionsEnded = tellSessionsEnded;
        this.clock = clock;
    }

    /** The token as the client holds it. */
    record Command(String refreshToken) {}

    /** Empty if the token opens nothing (any more); an ended session stays ended, hence no exception. */
    @Transactional
    Optional<OpenedSession> handle(Command command) {
        var now = clock.instant();
        return sessions.findSessionOf(command.refreshToken())
                .filter(key -> companies.staysActive(key.companyId()))
                .flatMap(key -> users.lock(key.userId()).flatMap(user -> refresh(key.id(), user, command, now)));
    }

    private Optional<OpenedSession> refresh(UUID id, UserProfile owner, Command command, Instant now) {
        return sessions.findForChange(id)
                .filter(session -> session.isLive(now))
                .flatMap(session -> refresh(session, owner, sessions.requireToken(command.refreshToken()), now));
    }

    private Optional<OpenedSession> refresh(Session session, UserProfile owner, RefreshToken token, Instant now) {
        var user = Optional.of(owner).filter(found -> mayStay(session, found));
        if (user.isEmpty() || token.isReused(now, config.refreshOverlap())) {
            tellSessionsEnded.handle(session.end(now));
            LOG.infof("session ended session=%s reason=%s", session.id(), user.isEmpty() ? "INACTIVE" : "REUSE");
            return Optional.empty();
        }
        if (session.restsWithPasswords()
                && !switchOvers.standing(owner.companyId()).passwordsWork()) {
            LOG.infof("session rests session=%s reason=SINGLE_SIGN_ON", session.id());
            return Optional.empty();
        }
        return Optional.of(next(session, token, user.get(), now));
    }

    private static boolean mayStay(Session session, UserProfile user) {
        return session.isForTheConnectionAlone() ? user.isActiveAdministrator() : user.status() == UserStatus.ACTIVE;
    }

    private OpenedSession next(Session session, RefreshToken token, UserProfile user, Instant now) {
        token.replace(now);
        return issueTokens.handle(session, user, now);
    }
}
