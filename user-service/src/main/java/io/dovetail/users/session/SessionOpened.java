package io.dovetail.users.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data of {@code dovetail.session-opened.v1}. */
record SessionOpened(
        UUID companyId,
        UUID userId,
        UUID sessionId,
        SessionMethod method,
        @Nullable UUID signInId) {}
