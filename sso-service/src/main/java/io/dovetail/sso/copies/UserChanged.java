package io.dovetail.sso.copies;

import java.util.UUID;

/** State event {@code dovetail.user-changed.v1}, as far as it matters here. */
record UserChanged(UUID userId, UUID companyId, long revision, String email, String role, String status) {}
