package io.dovetail.sso.enabling;

import io.dovetail.sso.connection.TrialTime;
import jakarta.validation.constraints.AssertTrue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/sso/{company}/enable}, which may be left out.
 *
 * @param trialHours 1, 4, 24 (default), or 0 for a trial that never rolls back
 */
record EnableRequest(@Nullable Integer trialHours) {

    @AssertTrue(message = "trialHours must be 0, 1, 4 or 24")
    boolean isTrialKnown() {
        return TrialTime.ofHours(hours()).isPresent();
    }

    TrialTime trial() {
        return TrialTime.ofHours(hours()).orElseThrow();
    }

    private int hours() {
        return Objects.requireNonNullElse(trialHours, 24);
    }
}
