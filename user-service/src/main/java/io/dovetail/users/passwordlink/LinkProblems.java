package io.dovetail.users.passwordlink;

import io.dovetail.kit.problem.Problem;

/** Why a link creates no password. */
final class LinkProblems {
    private LinkProblems() {}

    static Problem linkUnknown() {
        return Problem.of(
                "password-link-unknown",
                404,
                "This link is not known",
                "Open the link from the newest mail as it is, or ask for a new one at the sign-in page.");
    }

    static Problem linkUsed() {
        return Problem.of(
                "password-link-used",
                410,
                "This link was used before",
                "Sign in with the password that was created, or ask for a new link at the sign-in page.");
    }

    static Problem linkReplaced() {
        return Problem.of(
                "password-link-replaced",
                410,
                "A newer link was sent",
                "Open the link from the newest mail; this one is no longer good.");
    }

    static Problem singleSignOnOn() {
        return Problem.of(
                "single-sign-on-on",
                409,
                "Your company uses single sign-on",
                "No password is needed: sign in at your company's provider, beginning at the sign-in page; nothing was"
                        + " changed.");
    }

    static Problem linkExpired() {
        return Problem.of(
                "password-link-expired",
                410,
                "This link has expired",
                "Ask for a new one at the sign-in page; it is mailed to the same address.");
    }
}
