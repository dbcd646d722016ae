package io.dovetail.users.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@code dovetail.sessions-ended.v1}.
 *
 * @param userId null for everybody of the company
 * @param before access tokens that were issued earlier are no longer good
 * @param sparedSessionId the one session of which they still are
 */
record SessionsEnded(
        UUID companyId,
        @Nullable UUID userId,
        Instant before,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID sparedSessionId) {
    static SessionsEnded ofUser(UUID companyId, UUID userId, Instant before) {
        return new SessionsEnded(companyId, userId, before, null);
    }
}
