package io.dovetail.users.session;

import io.dovetail.users.password.PasswordCreated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Ends a user's sessions, but for the one in which it is done, in the transaction that creates their new password
 * (security.md J11).
 */
@ApplicationScoped
class EndSessionsAfterPassword {
    private final EndAllSessions endAllSessions;

    EndSessionsAfterPassword(EndAllSessions endAllSessions) {
        this.endAllSessions = endAllSessions;
    }

    void handle(@Observes PasswordCreated created) {
        endAllSessions.handle(
                new EndAllSessions.Command(created.companyId(), created.userId(), created.by(), created.sessionId()));
    }
}
