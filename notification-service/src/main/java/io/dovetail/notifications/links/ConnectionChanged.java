package io.dovetail.notifications.links;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of the event {@code dovetail.connection-changed.v1}.
 *
 * @param switchOver how often single sign-on was switched on or off so far; null in events from before it was told
 */
record ConnectionChanged(
        UUID companyId, String state, @Nullable Long switchOver) {
    ConnectionChanged {
        Objects.requireNonNull(companyId);
        Objects.requireNonNull(state);
    }

    boolean isOff() {
        return "OFF".equals(state);
    }
}
