package io.dovetail.users.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dovetail.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** The rule for new passwords, at its edges. */
class PasswordRuleTest {

    @Test
    void takesTwelveCharactersOfAnyScript() {
        assertEquals("a".repeat(12), PasswordRule.require("a".repeat(12)));
        assertEquals("😀".repeat(12), PasswordRule.require("😀".repeat(12)));
        assertEquals(" spaces  stay ", PasswordRule.require(" spaces  stay "));
    }

    @Test
    void refusesElevenCharacters() {
        assertEquals("password-too-short", refusal("a".repeat(11)));
        assertEquals("password-too-short", refusal("😀".repeat(11)));
        assertEquals("password-too-short", refusal(""));
    }

    @Test
    void takesUpTo1024Bytes() {
        assertEquals("a".repeat(1_024), PasswordRule.require("a".repeat(1_024)));
        assertEquals("password-too-long", refusal("a".repeat(1_025)));
        assertEquals("password-too-long", refusal("漢".repeat(342)));
    }

    @Test
    void refusesHalfASurrogatePair() {
        assertEquals("password-unreadable", refusal("\ud83d" + "a".repeat(12)));
    }

    @Test
    void isTheSameHoweverAKeyboardComposesIt() {
        assertEquals(PasswordRule.require("f\u00fcnf gute Worte"), PasswordRule.require("fu\u0308nf gute Worte"));
    }

    private static String refusal(String password) {
        return assertThrows(ProblemException.class, () -> PasswordRule.require(password))
                .problem()
                .slug();
    }
}
