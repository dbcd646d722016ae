package io.dovetail.sso.signin;

import io.dovetail.sso.saml.response.Warning;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A sign-in record as {@code GET /api/sso/{company}/sign-ins} shows it. */
record SignInView(
        UUID id,
        @Schema(description = "What a refused person saw") String wordCode,
        Instant at,
        @Nullable Purpose purpose,
        @Nullable Integer version,
        SignInRecord.Result result,

        @Schema(description = "The rule that refused it") @Nullable
        String reason,

        @Nullable String expected,
        @Nullable String received,

        @Schema(description = "The provider's clock less ours, in milliseconds") @Nullable
        Long clockDifferenceMillis,

        @Schema(description = "What an administrator should know of an accepted answer")
        List<Warning> warnings) {}
