package io.dovetail.kit.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which access tokens are no longer good; also what services read of {@code dovetail.sessions-ended.v1}.
 *
 * @param userId whose; null for everybody of the company
 * @param sessionId of which session alone; null for all
 * @param before those that were issued earlier than this
 * @param sparedSessionId of which session they stay good
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Ended(
        UUID companyId,
        @Nullable UUID userId,
        @Nullable UUID sessionId,
        Instant before,
        @Nullable UUID sparedSessionId) {
    public Ended {
        Objects.requireNonNull(companyId);
        before = before.truncatedTo(ChronoUnit.MILLIS); // a database would round it up
    }

    /** A token that somebody presents; of its moment of issue nothing finer than milliseconds is known. */
    public record Presented(UUID companyId, UUID userId, UUID sessionId, Instant issuedAt) {}

    /** A token of the very millisecond is good: whoever signs in again at once comes in. */
    boolean covers(Presented token) {
        return companyId.equals(token.companyId())
                && (userId == null || userId.equals(token.userId()))
                && (sessionId == null || sessionId.equals(token.sessionId()))
                && !token.sessionId().equals(sparedSessionId)
                && token.issuedAt().isBefore(before);
    }
}
