package io.dovetail.sso.connection;

import java.util.UUID;

/** Deed {@code dovetail.connection-applied.v1}. */
record ConnectionApplied(UUID companyId, int version, UUID userId) {}
