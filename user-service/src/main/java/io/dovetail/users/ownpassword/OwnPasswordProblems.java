package io.dovetail.users.ownpassword;

import io.dovetail.kit.problem.Problem;

/** What setting one's own password can be refused for. */
final class OwnPasswordProblems {
    private OwnPasswordProblems() {}

    static Problem singleSignOnOn() {
        return Problem.of(
                "single-sign-on-on",
                409,
                "Your company uses single sign-on",
                "No password is needed while it is on; if it was turned off just now, try again in a few seconds."
                        + " Nothing was changed.");
    }

    static Problem passwordThereAlready() {
        return Problem.of(
                "password-there-already",
                409,
                "You have a password",
                "Nothing was changed. Who forgot it asks for a link at the sign-in page.");
    }
}
