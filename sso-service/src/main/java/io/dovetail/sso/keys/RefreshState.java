package io.dovetail.sso.keys;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How fresh the metadata of a version with an address are. */
public record RefreshState(
        @Schema(description = "When the last try began; it may have failed") @Nullable
        Instant lastTriedAt,

        @Schema(description = "When the metadata were last read well") @Nullable
        Instant lastRefreshedAt,

        @Schema(description = "When they are read next; null while nobody comes in by this version") @Nullable
        Instant nextRefreshAt,

        @Schema(description = "Why the last try failed; what was known before goes on counting") @Nullable
        Problem problem,

        @Schema(description = "What waits for an administrator") @Nullable
        HeldChange held) {

    /** A reason's word, and what to do. */
    @Schema(name = "RefreshProblem")
    public record Problem(String reason, String advice) {}
}
