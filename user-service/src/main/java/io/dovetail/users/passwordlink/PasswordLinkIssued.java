package io.dovetail.users.passwordlink;

import java.time.Instant;
import java.util.UUID;

/**
 * The data of {@code dovetail.password-link-issued.v1}.
 *
 * @param sealedLink only notification-service opens it
 */
record PasswordLinkIssued(
        UUID companyId,
        String companyName,
        UUID userId,
        String email,
        String firstName,
        UUID linkId,
        String sealedLink,
        Instant expiresAt,
        LinkCause cause) {}
