package io.dovetail.users.session;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@code dovetail.sessions-ended.v1}.
 *
 * @param userId null for everybody of the company
 * @param before access tokens that were issued earlier are no longer good
 */
record SessionsEnded(UUID companyId, @Nullable UUID userId, Instant before) {}
