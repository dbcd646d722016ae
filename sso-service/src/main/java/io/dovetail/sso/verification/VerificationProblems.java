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

    static Problem otherBrowser() {
        return Problem.of(
                "other-browser",
                403,
                "Another browser signed in for this verification",
                "Link your account in the browser in which you verified, or verify once more; nothing was changed.");
    }

    static Problem notPassed() {
        return Problem.of(
                "verification-not-passed",
                409,
                "This verification does not count",
                "Verify the configuration again; a passed verification can be used for 24 hours.");
    }
}
