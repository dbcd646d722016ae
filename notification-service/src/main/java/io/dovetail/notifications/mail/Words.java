package io.dovetail.notifications.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The words of one mail, as its templates place them.
 *
 * @param until when the link ends, as an absolute time with its zone; null if it does not
 */
record Words(
        String subject,
        String greeting,
        String reason,
        String button,
        String link,
        @Nullable String until,
        String ending,
        String appName) {
    private static final Failures NO_FAILURES = new Failures(0, 0);
    private static final EndingCertificate NO_CERTIFICATE = new EndingCertificate("", "", Instant.EPOCH);
    private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern(
                    "EEEE d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    static Words of(Letter letter, String link, @Nullable Instant linkEndsAt, String appName, String origin) {
        var company = letter.companyName();
        var who = Objects.requireNonNullElse(letter.who(), "an administrator") + " of " + company;
        var failures = Objects.requireNonNullElse(letter.failures(), NO_FAILURES);
        var certificate = Objects.requireNonNullElse(letter.certificate(), NO_CERTIFICATE);
        var facts = new Object[] {
            company,
            appName,
            origin,
            who,
            letter.codesLeft(),
            failures.failed(),
            failures.inAll(),
            certificate.subject(),
            UNTIL.format(certificate.endsAt()),
            certificate.fingerprint(),
            UNTIL.format(Objects.requireNonNullElse(letter.happenedAt(), Instant.EPOCH))
        };
        var occasion = letter.occasion();
        return new Words(
                occasion.subject.formatted(facts),
                letter.firstName().isEmpty() ? "Hello," : "Hello " + letter.firstName() + ",",
                occasion.reason.formatted(facts),
                occasion.button,
                link,
                linkEndsAt == null ? null : UNTIL.format(linkEndsAt),
                occasion.ending.formatted(facts),
                appName);
    }
}
