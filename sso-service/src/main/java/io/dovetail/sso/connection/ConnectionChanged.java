package io.dovetail.sso.connection;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * State event {@code dovetail.connection-changed.v1}.
 *
 * @param source null while nothing is current
 * @param switchOver how often single sign-on was switched on or off so far
 * @param settledSwitchOver the last Enable that a first session proved; passwords made before it are void
 * @param readySource the source of the version that is verified and not yet in use: links may be sent for it
 */
record ConnectionChanged(
        UUID companyId,
        long revision,
        SingleSignOn state,
        Provider provider,
        @Nullable UUID source,
        long switchOver,
        long settledSwitchOver,
        @Nullable UUID readySource) {}
