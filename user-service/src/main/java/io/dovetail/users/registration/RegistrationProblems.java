package io.dovetail.users.registration;

import io.dovetail.kit.problem.Problem;

/** What calls about registrations can be refused for. */
final class RegistrationProblems {
    private RegistrationProblems() {}

    static Problem alreadyActive() {
        return Problem.of(
                "administrator-already-active",
                409,
                "The first administrator has created a password",
                "Nothing was mailed. Who forgot the password asks for a new one at the sign-in page.");
    }
}
