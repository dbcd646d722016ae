package io.dovetail.users.audit;

import java.util.Objects;
import java.util.UUID;

/** What this service reads of the event {@code dovetail.recovery-code-used.v1}. */
record RecoveryCodeUsed(UUID companyId, UUID userId) {
    RecoveryCodeUsed {
        Objects.requireNonNull(companyId);
        Objects.requireNonNull(userId);
    }
}
