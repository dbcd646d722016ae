package io.dovetail.bindings.link;

import java.time.Instant;
import java.util.UUID;

/** Data of {@code dovetail.link-issued.v1}: a link that binds is to be mailed. */
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
        Instant expiresAt) {}
