package io.dovetail.notifications.copies;

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

    /** Without the person: records are printed by accident. */
    @Override
    public String toString() {
        return "UserChanged[userId=" + userId + ", revision=" + revision + "]";
    }
}
