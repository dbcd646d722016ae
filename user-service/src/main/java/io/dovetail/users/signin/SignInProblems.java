package io.dovetail.users.signin;

import io.dovetail.kit.problem.CommonProblems;
import io.dovetail.kit.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What signing in can be refused for. */
final class SignInProblems {
    private SignInProblems() {}

    /** The same for a wrong password, an unknown address and an account that may not sign in. */
    static Problem wrongCredentials() {
        return Problem.of(
                "wrong-credentials",
                401,
                "Address or password is not right",
                "Try again, or ask for a link to create a new password.");
    }

    static Problem recoveryRefused() {
        return Problem.of(
                "recovery-refused",
                403,
                "This account does not administer the company any more",
                "Only an active administrator comes in by a recovery code; ask another administrator.");
    }

    /** @param companies where the password is right */
    static Problem severalCompanies(List<Map<String, String>> companies) {
        return Problem.of(
                        "several-companies",
                        409,
                        "This password is right in several companies",
                        "Choose one of \"companies\" and send the request again with its companyId as \"company\".")
                .with("companies", companies);
    }

    static Problem wayUnclear() {
        var errors = List.of(Map.of(
                "field", "ticket", "detail", "send either \"ticket\" alone, or \"email\" and \"password\" together"));
        return CommonProblems.invalidInput().with("errors", errors);
    }

    static Problem otherBrowser() {
        return Problem.of(
                "other-browser",
                403,
                "This ticket was made for another browser",
                "Start the sign-in again in this browser; nothing was changed.");
    }

    static Problem singleSignOnOff() {
        return Problem.of(
                "single-sign-on-off",
                403,
                "Single sign-on is off for this company",
                "Sign in with your address and password; who has none asks for a link at the sign-in page.");
    }

    static Problem connectionReplaced() {
        return Problem.of(
                "connection-replaced",
                409,
                "The company's provider was changed meanwhile",
                "Start the sign-in again; it leads to the new provider.");
    }

    static Problem notLinked(UUID signIn) {
        return Problem.of(
                        "not-linked",
                        403,
                        "Your account is not linked yet",
                        "The provider knows you, but no account is linked to this identity. Open the link that was"
                                + " mailed to you, or ask your administrator for one.")
                .with("signInId", signIn.toString());
    }

    static Problem deactivated(UUID signIn) {
        return Problem.of(
                        "deactivated",
                        403,
                        "Your account is deactivated",
                        "Ask an administrator of your company to reactivate it.")
                .with("signInId", signIn.toString());
    }
}
