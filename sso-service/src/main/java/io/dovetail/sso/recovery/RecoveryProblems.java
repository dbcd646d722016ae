package io.dovetail.sso.recovery;

import io.dovetail.kit.problem.CommonProblems;
import io.dovetail.kit.problem.Problem;

/** What a recovery can be refused for. */
final class RecoveryProblems {
    private RecoveryProblems() {}

    /** The same whatever was wrong: nothing tells whether there is such an account. */
    static Problem wrong() {
        return Problem.of(
                "recovery-code-wrong",
                401,
                "Address and code do not fit",
                "Look at the address of your administrator's account, and take a code that was not used before; codes"
                        + " count while single sign-on is on.");
    }

    static Problem tooManyTries() {
        return CommonProblems.tooManyTries(RecoveryTries.WINDOW);
    }
}
