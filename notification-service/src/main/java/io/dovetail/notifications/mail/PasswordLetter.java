package io.dovetail.notifications.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The words of a mail that brings a link to a password page. */
record PasswordLetter(
        String subject,
        String firstName,
        String whoAsked,
        String button,
        String link,
        String until,
        String ifUnexpected,
        String appName) {
    private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern(
                    "EEEE d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int LONGEST_NAME = 120;

    /** @param end when the link ends; said as an absolute time with its zone */
    static PasswordLetter of(PasswordMail mail, String link, Instant end, String appName, String origin) {
        var company = oneLine(mail.companyName());
        return new PasswordLetter(
                subject(mail.cause(), appName, company),
                oneLine(mail.firstName()),
                whoAsked(mail.cause(), company, appName, origin),
                mail.cause() == PasswordCause.RESET ? "Choose a new password" : "Create your password",
                link,
                UNTIL.format(end),
                ifUnexpected(mail.cause(), company),
                appName);
    }

    private static String subject(PasswordCause cause, String appName, String company) {
        return switch (cause) {
            case FIRST_ADMINISTRATOR -> "Create your password for " + company;
            case RESET -> "Choose a new password for " + appName;
            case SINGLE_SIGN_ON_DISABLED -> "Create a new password for " + company;
        };
    }

    private static String whoAsked(PasswordCause cause, String company, String appName, String origin) {
        return switch (cause) {
            case FIRST_ADMINISTRATOR ->
                "the team that runs %s registered %s at %s and named you as its administrator."
                        .formatted(appName, company, origin);
            case RESET ->
                "somebody, hopefully you, asked at %s for a new password for your account with %s."
                        .formatted(origin, company);
            case SINGLE_SIGN_ON_DISABLED ->
                ("an administrator of %s turned single sign-on off. From now on you sign in at %s with your"
                                + " e-mail address and a password.")
                        .formatted(company, origin);
        };
    }

    private static String ifUnexpected(PasswordCause cause, String company) {
        return cause == PasswordCause.RESET
                ? "If it was not you, ignore this mail: your password stays as it is."
                : "If you do not know " + company + ", ignore this mail: without the link nothing happens.";
    }

    /** Names come from outside; a line break in one must not begin a header or a paragraph of its own. */
    private static String oneLine(String name) {
        var line = name.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_NAME
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }
}
