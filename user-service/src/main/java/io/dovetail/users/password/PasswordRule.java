package io.dovetail.users.password;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** Which passwords are taken: long ones, whole, in any script (NIST SP 800-63B, 5.1.1.2). */
final class PasswordRule {
    static final int FEWEST_CHARACTERS = 12;
    static final int MOST_BYTES = 1_024;

    private PasswordRule() {}

    /** The password in composed form, so that two keyboards that compose differently type the same one. */
    static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    /**
     * Checks a new password in its normal form.
     *
     * @throws io.dovetail.kit.problem.ProblemException password-too-short, password-too-long or password-unreadable
     */
    static String require(String password) {
        var normal = normal(password);
        if (normal.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
            throw PasswordProblems.unreadable().exception();
        }
        if (normal.codePointCount(0, normal.length()) < FEWEST_CHARACTERS) {
            throw PasswordProblems.tooShort().exception();
        }
        if (normal.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw PasswordProblems.tooLong().exception();
        }
        return normal;
    }
}
