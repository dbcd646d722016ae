package io.dovetail.sso.recovery;

import java.util.UUID;

/** Deed {@code dovetail.recovery-code-used.v1}. */
record RecoveryCodeUsed(UUID companyId, UUID userId, int codesLeft) {}
