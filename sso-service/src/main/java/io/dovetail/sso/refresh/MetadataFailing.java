package io.dovetail.sso.refresh;

import io.dovetail.sso.keys.RefreshState;
import io.dovetail.sso.keys.TakeOverMetadata.Failing;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Deed {@code dovetail.metadata-failing.v1}: the provider's metadata could not be read for a day, or until their end.
 *
 * @param reason why the last try failed
 * @param failingSince the first try that failed
 * @param lastRefreshedAt when they were last read well
 */
record MetadataFailing(
        UUID companyId,
        int version,
        String reason,
        Instant failingSince,
        @Nullable Instant lastRefreshedAt) {

    static MetadataFailing of(UUID companyId, int version, RefreshState.Problem problem, Failing failing) {
        return new MetadataFailing(
                companyId,
                version,
                problem.reason(),
                failing.since(),
                failing.refreshedAt().orElse(null));
    }
}
