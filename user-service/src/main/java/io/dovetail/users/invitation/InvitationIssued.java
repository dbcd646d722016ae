package io.dovetail.users.invitation;

import java.time.Instant;
import java.util.UUID;

/**
 * The data of {@code dovetail.invitation-issued.v1}.
 *
 * @param sealedLink only notification-service opens it
 * @param invitedBy a name to show
 */
record InvitationIssued(
        UUID companyId,
        String companyName,
        UUID userId,
        String email,
        UUID linkId,
        String sealedLink,
        Instant expiresAt,
        String invitedBy) {}
