package io.dovetail.bindings.copies;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service reads of the event {@code dovetail.connection-changed.v1}. */
record ConnectionChanged(
        UUID companyId,
        long revision,
        String state,
        String provider,
        @Nullable UUID source,
        int switchOver,
        int settledSwitchOver,
        @Nullable UUID readySource) {
    ConnectionChanged {
        Objects.requireNonNull(companyId);
        Objects.requireNonNull(state);
        Objects.requireNonNull(provider);
    }
}
