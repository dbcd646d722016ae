package io.dovetail.bindings.sending;

import io.dovetail.kit.problem.Problem;

/** Why no links can be sent. */
final class SendingProblems {
    private SendingProblems() {}

    static Problem nothingToSend() {
        return Problem.of(
                "nothing-to-send",
                409,
                "No links can be sent at present",
                "Before single sign-on is on, links need a verified configuration: verify it by a real sign-in first."
                        + " Once it is on, everybody is sent one of itself; have them sent again if needed.");
    }

    static Problem notOwed() {
        return Problem.of(
                "link-not-owed",
                409,
                "This person needs no link",
                "The account is linked already or deactivated, the company is suspended, or single sign-on is off and no"
                        + " configuration is verified; nothing was sent.");
    }
}
