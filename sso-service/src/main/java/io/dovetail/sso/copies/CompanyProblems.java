package io.dovetail.sso.copies;

import io.dovetail.kit.problem.Problem;

/** Companies for which nothing can be set up here. */
final class CompanyProblems {
    private CompanyProblems() {}

    static Problem notAllowed() {
        return Problem.of(
                "single-sign-on-not-allowed",
                403,
                "Single sign-on is not part of your plan",
                "Ask the team that runs the product to allow single sign-on for your company.");
    }

    static Problem notKnownYet() {
        return Problem.of(
                "company-not-known-yet",
                404,
                "Your company is not known here yet",
                "It was created a moment ago; try again in a few seconds.");
    }
}
