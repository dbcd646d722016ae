package io.dovetail.bindings.link;

import io.dovetail.kit.problem.Problem;

/** Why nothing can be begun with a link. */
public final class LinkProblems {
    private LinkProblems() {}

    static Problem unknown() {
        return Problem.of(
                "link-unknown",
                404,
                "This link is not known",
                "Open the link from the newest mail as it is, or ask an administrator of your company for a new one.");
    }

    static Problem expired() {
        return Problem.of(
                "link-expired",
                410,
                "This link has expired",
                "Have a new one sent; it goes to the same address. Nothing was changed.");
    }

    public static Problem replaced() {
        return Problem.of(
                "link-replaced",
                410,
                "A newer link was sent",
                "Open the link from the newest mail; this one is no longer good. Nothing was changed.");
    }

    public static Problem used() {
        return Problem.of(
                "link-used",
                410,
                "Your account is linked already",
                "Sign in with single sign-on; nothing was changed.");
    }

    public static Problem singleSignOnOff() {
        return Problem.of(
                "link-not-needed",
                410,
                "Single sign-on is off for your company",
                "Sign in with your address and password; who has none asks for a link at the sign-in page. Nothing was"
                        + " changed.");
    }

    static Problem deactivated() {
        return Problem.of(
                "link-of-deactivated",
                410,
                "This account is deactivated",
                "Ask an administrator of your company to reactivate it; nothing was changed.");
    }

    static Problem cookieNeeded() {
        return Problem.of(
                "browser-cookie-needed",
                400,
                "This browser keeps no cookies",
                "Allow cookies for this address, open the link again and go on from there; nothing was changed.");
    }
}
