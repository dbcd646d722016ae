package io.dovetail.users.copies;

import java.util.Objects;
import java.util.UUID;

/** What this service reads of the event {@code dovetail.binding-changed.v1}. */
record BindingChanged(
        UUID bindingId,
        UUID companyId,
        UUID userId,
        UUID source,
        String samlId,
        KnownBinding.State state,
        long revision) {
    BindingChanged {
        Objects.requireNonNull(bindingId);
        Objects.requireNonNull(companyId);
        Objects.requireNonNull(userId);
        Objects.requireNonNull(source);
        Objects.requireNonNull(samlId);
        Objects.requireNonNull(state);
    }

    KnownBinding binding() {
        return new KnownBinding(bindingId, companyId, userId, source, samlId, state, revision);
    }
}
