package io.dovetail.users.passwordlink;

import java.util.UUID;

/** The data of {@code dovetail.password-link-cancelled.v1}: the link's mail need not go out. */
record PasswordLinkCancelled(UUID companyId, UUID userId, UUID linkId) {}
