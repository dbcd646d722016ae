package io.dovetail.users.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dovetail.kit.token.Ended;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@code dovetail.sessions-ended.v1}.
 *
 * @param userId null for everybody of the company
 * @param sessionId null for all sessions
 * @param before access tokens that were issued earlier are no longer good
 * @param sparedSessionId the one session of which they still are
 */
record SessionsEnded(
        UUID companyId,
        @Nullable UUID userId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID sessionId,
        Instant before,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID sparedSessionId) {
    static SessionsEnded ofCompany(UUID companyId, Instant before, @Nullable UUID spared) {
        return new SessionsEnded(companyId, null, null, before, spared);
    }

    static SessionsEnded ofUser(UUID companyId, UUID userId, Instant before, @Nullable UUID spared) {
        return new SessionsEnded(companyId, userId, null, before, spared);
    }

    static SessionsEnded ofSession(UUID companyId, UUID userId, UUID sessionId, Instant before) {
        return new SessionsEnded(companyId, userId, sessionId, before, null);
    }

    Ended tokens() {
        return new Ended(companyId, userId, sessionId, before, sparedSessionId);
    }
}
