package io.dovetail.users.password;

import io.dovetail.kit.problem.Problem;

/** What a wished password can be refused for. */
final class PasswordProblems {
    private PasswordProblems() {}

    static Problem tooShort() {
        return Problem.of(
                "password-too-short",
                400,
                "The password is too short",
                "Choose a password of at least " + PasswordRule.FEWEST_CHARACTERS
                        + " characters, for example four words; nothing was changed.");
    }

    static Problem tooLong() {
        return Problem.of(
                "password-too-long",
                400,
                "The password is too long",
                "Choose a password of at most " + PasswordRule.MOST_BYTES + " bytes in UTF-8; nothing was changed.");
    }

    static Problem unreadable() {
        return Problem.of(
                "password-unreadable",
                400,
                "The password is not valid Unicode",
                "It holds half of a surrogate pair, which no keyboard types again; send valid text.");
    }
}
