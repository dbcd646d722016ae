package io.dovetail.users.user;

import io.dovetail.kit.problem.Problem;

/** What changing accounts can be refused for. */
final class UserProblems {
    private UserProblems() {}

    static Problem lastAdministrator() {
        return Problem.of(
                "last-administrator",
                409,
                "This is the last active administrator",
                "Make somebody else an administrator first; nothing was changed.");
    }

    static Problem emailTaken() {
        return Problem.of(
                "email-taken",
                409,
                "Somebody else of the company has this address",
                "Choose another address, or remove the other account first; nothing was changed.");
    }
}
