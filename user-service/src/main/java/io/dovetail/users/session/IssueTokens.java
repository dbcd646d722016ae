package io.dovetail.users.session;

import io.dovetail.kit.identity.Secrets;
import io.dovetail.users.token.AccessTokens;
import io.dovetail.users.user.UserProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Makes the next pair of tokens of a session, within the caller's transaction. */
@ApplicationScoped
class IssueTokens {
    private final Sessions sessions;
    private final AccessTokens accessTokens;
    private final SessionConfig config;

    IssueTokens(Sessions sessions, AccessTokens accessTokens, SessionConfig config) {
        this.sessions = sessions;
        this.accessTokens = accessTokens;
        this.config = config;
    }

    OpenedSession handle(Session session, UserProfile user, Instant now) {
        var refreshToken = Secrets.newToken();
        sessions.add(new RefreshToken(refreshToken, session.id(), now));
        var until = earlier(now.plus(config.accessTokenLife()), session.expiresAt());
        return new OpenedSession(
                accessToken(session, user, now, until),
                Duration.between(now, until).toSeconds(),
                refreshToken,
                OpenedSession.SignedInUser.of(user));
    }

    private String accessToken(Session session, UserProfile user, Instant now, Instant until) {
        return session.isForTheConnectionAlone()
                ? accessTokens.signForTheConnectionAlone(user, session.id(), now, until)
                : accessTokens.sign(user, session.id(), now, until);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
