package io.dovetail.users.user;

import java.util.UUID;

/** The data of {@code dovetail.user-changed.v1}: a user as they are at present. */
record UserChanged(
        UUID userId,
        UUID companyId,
        long revision,
        String email,
        String firstName,
        String lastName,
        Role role,
        UserStatus status,
        boolean hasPassword) {}
