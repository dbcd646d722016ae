package io.dovetail.sso.connection;

import java.util.UUID;

/** Deed {@code dovetail.connection-enabled.v1}. */
record ConnectionEnabled(UUID companyId, int version, UUID userId) {}
