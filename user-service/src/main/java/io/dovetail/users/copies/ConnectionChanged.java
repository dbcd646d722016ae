package io.dovetail.users.copies;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service reads of the event {@code dovetail.connection-changed.v1}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConnectionChanged(
        UUID companyId,
        long revision,
        KnownConnection.State state,
        String provider,
        @Nullable UUID source,
        @Nullable Long switchOver,
        @Nullable Long settledSwitchOver) {
    ConnectionChanged {
        Objects.requireNonNull(companyId);
        Objects.requireNonNull(state);
        Objects.requireNonNull(provider);
    }

    ConnectionHeard heard(Instant at) {
        return new ConnectionHeard(
                companyId,
                revision,
                at,
                state,
                Objects.requireNonNullElse(switchOver, 0L),
                Objects.requireNonNullElse(settledSwitchOver, 0L));
    }
}
