package io.dovetail.users.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of the event {@code dovetail.connection-enabled.v1}.
 *
 * @param userId the administrator
 * @param sessionId the session in which they did it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConnectionEnabled(
        UUID companyId, UUID userId, @Nullable UUID sessionId) {
    ConnectionEnabled {
        Objects.requireNonNull(companyId);
        Objects.requireNonNull(userId);
    }
}
