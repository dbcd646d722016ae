package io.dovetail.bindings.overview;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How many of a company's users are bound, never tried, or were refused; deactivated users do not count.
 *
 * @param runningJob the company's newest job that is not done; null if there is none
 */
public record Readiness(
        long bound,
        long pending,
        long expired,
        long failed,
        long total,

        @Schema(description = "The newest job that is running or, if none is, paused") @Nullable
        UUID runningJob) {}
