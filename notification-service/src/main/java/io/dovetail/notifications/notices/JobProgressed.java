package io.dovetail.notifications.notices;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of the event {@code dovetail.job-progressed.v1}.
 *
 * @param startedAt null in events of before it was told
 */
record JobProgressed(UUID jobId, UUID companyId, @Nullable Instant startedAt, String state) {
    JobProgressed {
        Objects.requireNonNull(jobId);
        Objects.requireNonNull(companyId);
        Objects.requireNonNull(state);
    }

    boolean isRunning() {
        return state.equals("RUNNING");
    }
}
