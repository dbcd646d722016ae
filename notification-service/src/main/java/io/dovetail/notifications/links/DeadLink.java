package io.dovetail.notifications.links;

import java.util.Objects;
import java.util.UUID;

/** What this service reads of the events {@code dovetail.link-cancelled.v1} and {@code password-link-cancelled.v1}. */
record DeadLink(UUID linkId) {
    DeadLink {
        Objects.requireNonNull(linkId);
    }
}
