package io.dovetail.sso.connection;

import java.util.UUID;

/** Deed {@code dovetail.connection-disabled.v1}; undone before the first session: everything is as it was. */
record ConnectionDisabled(UUID companyId, int version, UUID userId, boolean undone) {}
