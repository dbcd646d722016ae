package io.dovetail.users.password;

import java.time.Instant;
import java.util.UUID;

/** The data of {@code dovetail.password-changed.v1}: the person is to be told that they have a new password. */
record PasswordChanged(
        UUID companyId,
        String companyName,
        UUID userId,
        String email,
        String firstName,
        Instant changedAt,
        String signInUrl) {}
