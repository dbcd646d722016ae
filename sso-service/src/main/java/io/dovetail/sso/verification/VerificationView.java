package io.dovetail.sso.verification;

import io.dovetail.sso.saml.response.FixAt;
import io.dovetail.sso.saml.response.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What {@code GET /api/sso/{company}/verifications/{id}} answers. */
record VerificationView(
        UUID id,
        @Schema(description = "PENDING, PASSED or FAILED") String status,
        List<Check> checks,
        @Nullable Person identity,

        @Schema(description = "Whether the caller may link their account to the identity")
        boolean linkable) {

    /** One rule and how it went; {@code advice} says what to do when it did not hold. */
    record Check(
            String id,
            String title,

            @Schema(description = "PASSED, WARNING, FAILED or SKIPPED")
            String status,

            String expected,
            String received,
            FixAt fixAt,
            String advice) {}

    static VerificationView of(Verification verification, boolean linkable) {
        return new VerificationView(
                verification.id(),
                verification.status().name(),
                verification.status() == Verification.Status.PENDING ? List.of() : checks(verification),
                verification.person().orElse(null),
                linkable);
    }

    /** The rules in their order: passed before the one that stopped the sign-in, skipped after it. */
    private static List<Check> checks(Verification verification) {
        var stopped = verification.reason().map(Reason::valueOf);
        return Arrays.stream(Reason.values())
                .map(rule -> {
                    var order = stopped.map(rule::compareTo).orElse(-1);
                    var failed = order == 0;
                    var status = order < 0 ? passed(rule, verification) : failed ? "FAILED" : "SKIPPED";
                    return new Check(
                            rule.name(),
                            rule.title(),
                            status,
                            failed ? verification.expected() : "",
                            failed ? verification.received() : "",
                            rule.fixAt(),
                            "PASSED".equals(status) || "SKIPPED".equals(status) ? "" : rule.advice());
                })
                .toList();
    }

    private static String passed(Reason rule, Verification verification) {
        return rule == Reason.CERTIFICATE_EXPIRED && verification.warned() ? "WARNING" : "PASSED";
    }
}
