package io.dovetail.bindings.link;

import java.util.UUID;

/** Data of {@code dovetail.link-cancelled.v1}: a link is dead, and its mail need not go out. */
record LinkCancelled(UUID companyId, UUID userId, UUID linkId, LinkEnd reason) {}
