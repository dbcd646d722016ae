package io.dovetail.bindings.link;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Data of {@code dovetail.link-issued.v1}: a link that binds is to be mailed.
 *
 * @param jobId the job that issued it; null if it was issued to this user alone
 * @param switchOver the Enable that it is for; null if it was sent before Enable, and outlives an Enable that is undone
 */
record LinkIssued(
        UUID companyId,
        String companyName,
        UUID userId,
        String email,
        String firstName,
        UUID linkId,
        LinkKind kind,
        LinkCause cause,
        String sealedLink,
        Instant expiresAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID jobId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer switchOver) {}
