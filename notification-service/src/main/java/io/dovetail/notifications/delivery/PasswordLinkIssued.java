package io.dovetail.notifications.delivery;

import io.dovetail.notifications.mail.PasswordCause;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** What this service reads of the event {@code dovetail.password-link-issued.v1}. */
record PasswordLinkIssued(
        UUID companyId,
        String companyName,
        UUID userId,
        String email,
        String firstName,
        String sealedLink,
        Instant expiresAt,
        PasswordCause cause) {
    PasswordLinkIssued {
        Objects.requireNonNull(companyId);
        Objects.requireNonNull(companyName);
        Objects.requireNonNull(userId);
        Objects.requireNonNull(email);
        Objects.requireNonNull(firstName);
        Objects.requireNonNull(sealedLink);
        Objects.requireNonNull(expiresAt);
        Objects.requireNonNull(cause);
    }

    /** Without the link and the address: records are printed by accident. */
    @Override
    public String toString() {
        return "PasswordLinkIssued[userId=" + userId + ", cause=" + cause + "]";
    }
}
