package io.dovetail.users.signin;

import io.dovetail.kit.problem.Problem;
import java.util.UUID;

/** Why an accepted sign-in opens no session. */
enum RefusalReason {
    NOT_BOUND {
        @Override
        Problem problem(UUID signIn) {
            return SignInProblems.notLinked(signIn);
        }
    },
    DEACTIVATED {
        @Override
        Problem problem(UUID signIn) {
            return SignInProblems.deactivated(signIn);
        }
    };

    abstract Problem problem(UUID signIn);
}
