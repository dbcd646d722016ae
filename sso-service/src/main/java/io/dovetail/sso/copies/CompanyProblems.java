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
                "This company is not known here",
                "If it was created a moment ago, try again in a few seconds; otherwise look at the company's id.");
    }
}
