package io.dovetail.users.lastmail;

import java.util.Objects;
import java.util.UUID;

/** What this service reads of the events {@code dovetail.mail-sent.v1} and {@code dovetail.mail-failed.v1}. */
record MailTold(UUID companyId, UUID userId, String kind) {
    MailTold {
        Objects.requireNonNull(companyId);
        Objects.requireNonNull(userId);
        Objects.requireNonNull(kind);
    }
}
