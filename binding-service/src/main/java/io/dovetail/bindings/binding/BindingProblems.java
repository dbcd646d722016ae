package io.dovetail.bindings.binding;

import io.dovetail.kit.problem.Problem;

/** What a request to bind can be refused for. */
final class BindingProblems {
    private BindingProblems() {}

    static Problem identityTaken() {
        return Problem.of(
                "identity-taken",
                409,
                "This identity belongs to another account",
                "Sign in at the provider as the person whose account this is, or ask an administrator to release the"
                        + " identity; nothing was changed.");
    }

    static Problem otherIdentityBound() {
        return Problem.of(
                "other-identity-bound",
                409,
                "This account is linked to another identity of the same provider",
                "Sign in with the identity that is already linked, or ask an administrator to unlink it first; nothing"
                        + " was changed.");
    }

    static Problem userUnknown() {
        return Problem.of(
                "user-unknown",
                409,
                "This account is not one of the company's",
                "Ask an administrator of the company to invite you; nothing was changed.");
    }

    static Problem userDeactivated() {
        return Problem.of(
                "user-deactivated",
                409,
                "This account is deactivated",
                "Ask an administrator of the company to reactivate the account; nothing was changed.");
    }

    static Problem userNotDeactivated() {
        return Problem.of(
                "user-not-deactivated",
                409,
                "This account is in use",
                "Deactivate the account first, or unlink it; nothing was changed.");
    }

    static Problem otherBrowser() {
        return Problem.of(
                "other-browser",
                403,
                "This ticket was made for another browser",
                "Start again in this browser; nothing was changed.");
    }
}
