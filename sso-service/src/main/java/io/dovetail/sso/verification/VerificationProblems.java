package io.dovetail.sso.verification;

import io.dovetail.kit.problem.Problem;

/** What work with a verification can be refused for. */
final class VerificationProblems {
    private VerificationProblems() {}

    static Problem notYours() {
        return Problem.of(
                "verification-of-another",
                403,
                "Another administrator verified",
                "Only who signed in at the provider can link that identity; verify once more yourself.");
    }

    static Problem notPassed() {
        return Problem.of(
                "verification-not-passed",
                409,
                "This verification does not count",
                "Verify the configuration again; a passed verification can be used for 24 hours.");
    }
}
