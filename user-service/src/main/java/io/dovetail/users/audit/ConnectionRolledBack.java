package io.dovetail.users.audit;

import java.util.Objects;
import java.util.UUID;

/** What this service reads of the event {@code dovetail.connection-rolled-back.v1}. */
record ConnectionRolledBack(UUID companyId, long version) {
    ConnectionRolledBack {
        Objects.requireNonNull(companyId);
    }
}
