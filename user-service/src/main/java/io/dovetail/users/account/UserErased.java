package io.dovetail.users.account;

import java.util.UUID;

/** The data of {@code dovetail.user-erased.v1}: whoever knows something of this user forgets it. */
record UserErased(UUID companyId, UUID userId) {}
