package io.dovetail.users.owedlink;

import io.dovetail.kit.problem.Problem;

/** What sending an owed link again can be refused for. */
final class OwedLinkProblems {
    private OwedLinkProblems() {}

    static Problem notPending() {
        return Problem.of(
                "invitation-not-pending",
                409,
                "This person awaits no invitation",
                "They have a password or were deactivated; nothing was mailed.");
    }

    static Problem byBindingLink() {
        return Problem.of(
                "invitation-by-binding-link",
                409,
                "Single sign-on is on: the invitation is a binding link",
                "Send the binding link again: POST /api/bindings/{company}/{user}/resend; nothing was mailed.");
    }
}
