package io.dovetail.sso.signin;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in record as {@code GET /api/sso/{company}/sign-ins} shows it.
 *
 * @param clockDifferenceMillis the provider's clock less ours
 */
record SignInView(
        UUID id,
        String wordCode,
        Instant at,
        @Nullable Purpose purpose,
        @Nullable Integer version,
        SignInRecord.Result result,
        @Nullable String reason,
        @Nullable String expected,
        @Nullable String received,
        @Nullable Long clockDifferenceMillis) {}
