package io.dovetail.sso.connection;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** State event {@code dovetail.connection-changed.v1}; {@code source} is null while nothing is current. */
record ConnectionChanged(
        UUID companyId,
        long revision,
        SingleSignOn state,
        Provider provider,
        @Nullable UUID source) {}
