package io.dovetail.users.guessing;

import io.dovetail.kit.problem.CommonProblems;
import io.dovetail.kit.problem.Problem;
import java.time.Duration;

/** What guessing passwords is refused with. */
final class GuessProblems {
    private GuessProblems() {}

    /** @param wait until a password is looked at again; its owner, who is at a new place, need not wait */
    static Problem tooManyTries(Duration wait) {
        return CommonProblems.tooManyTries(wait)
                .advising("Or ask for a link to create a new password: it is mailed to your address, and where you open"
                        + " it you can sign in at once.");
    }
}
