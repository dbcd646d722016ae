package io.dovetail.notifications.copies;

import java.util.Objects;
import java.util.UUID;

/** What this service reads of the event {@code dovetail.company-changed.v1}. */
record CompanyChanged(UUID companyId, long revision, String name, String status) {
    CompanyChanged {
        Objects.requireNonNull(companyId);
        Objects.requireNonNull(name);
        Objects.requireNonNull(status);
    }

    boolean isSuspended() {
        return "SUSPENDED".equals(status);
    }
}
