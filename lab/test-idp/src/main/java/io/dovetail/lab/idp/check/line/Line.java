package io.dovetail.lab.idp.check.line;

import io.dovetail.lab.idp.SignedParts;
import java.util.Optional;
import java.util.Set;

/**
 * One line of the check.
 *
 * @param name begins with the line of security.md
 * @param signed which parts of the honest twin are signed; empty: those that the run names
 * @param sentence what is sent, or why the line does not apply
 */
public record Line(String name, Expectation expectation, Optional<SignedParts> signed, String sentence) {

    private static final Set<String> ABOUT_METADATA = Set.of("B8", "E3", "G2");

    /** Such as {@code A3}. */
    public String rule() {
        return name.substring(0, name.indexOf('_'));
    }

    /** Such as {@code A}. */
    public String letter() {
        return name.substring(0, 1);
    }

    /** Whether metadata play it, and no answer. */
    boolean isAboutMetadata() {
        return ABOUT_METADATA.contains(rule()) || letter().equals("I");
    }

    /** Whether letters, rules or names that were chosen mean this line; none chosen means all. */
    public boolean isAmong(Set<String> chosen) {
        return chosen.isEmpty() || chosen.contains(letter()) || chosen.contains(rule()) || chosen.contains(name);
    }
}
