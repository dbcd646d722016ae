package io.dovetail.sso.connection;

import java.util.UUID;

/** Deed {@code dovetail.connection-enabled.v1}; the session is the administrator's, to be spared when others end. */
record ConnectionEnabled(UUID companyId, int version, UUID userId, UUID sessionId) {}
