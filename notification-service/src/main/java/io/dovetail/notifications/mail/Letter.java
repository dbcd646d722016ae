package io.dovetail.notifications.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person is written; the link and the words are added when it is sent.
 *
 * <p>Names come from outside: a line break in one begins no header and no paragraph of its own.
 *
 * @param firstName empty while nobody knows it
 * @param who the name of whoever asked for the mail, as far as known
 * @param codesLeft how many recovery codes are left, where the mail is about one
 * @param failures where the mail is about mails that failed
 * @param certificate where the mail is about one that ends
 * @param happenedAt when it happened, where the mail says that
 */
public record Letter(
        Occasion occasion,
        String companyName,
        String firstName,
        @Nullable String who,
        @Nullable Integer codesLeft,
        @Nullable Failures failures,
        @Nullable EndingCertificate certificate,
        @Nullable Instant happenedAt) {
    private static final int LONGEST_NAME = 120;

    public Letter {
        companyName = oneLine(companyName);
        firstName = oneLine(firstName);
        who = who == null ? null : oneLine(who);
    }

    public static Letter of(Occasion occasion, String companyName, String firstName) {
        return new Letter(occasion, companyName, firstName, null, null, null, null, null);
    }

    public Letter by(@Nullable String name) {
        return new Letter(occasion, companyName, firstName, name, codesLeft, failures, certificate, happenedAt);
    }

    public Letter at(Instant moment) {
        return new Letter(occasion, companyName, firstName, who, codesLeft, failures, certificate, moment);
    }

    private static String oneLine(String name) {
        var line = name.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_NAME
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }

    /** Without names: records are printed by accident. */
    @Override
    public String toString() {
        return "Letter[" + occasion + "]";
    }
}
