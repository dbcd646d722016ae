package io.dovetail.sso.verification;

import java.util.UUID;

/** Deed {@code dovetail.connection-verified.v1}. */
record ConnectionVerified(UUID companyId, UUID verificationId, int version, UUID userId) {}
