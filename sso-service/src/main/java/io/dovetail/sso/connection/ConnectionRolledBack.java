package io.dovetail.sso.connection;

import java.util.UUID;

/** Deed {@code dovetail.connection-rolled-back.v1}. */
record ConnectionRolledBack(UUID companyId, int version) {}
