package io.dovetail.bindings.copies;

import java.util.Objects;
import java.util.UUID;

/** What this service reads of the event {@code dovetail.user-changed.v1}. */
record UserChanged(
        UUID userId,
        UUID companyId,
        long revision,
        String email,
        String firstName,
        String lastName,
        String role,
        String status) {
    UserChanged {
        Objects.requireNonNull(userId);
        Objects.requireNonNull(companyId);
        Objects.requireNonNull(email);
        Objects.requireNonNull(firstName);
        Objects.requireNonNull(lastName);
        Objects.requireNonNull(role);
        Objects.requireNonNull(status);
    }
}
