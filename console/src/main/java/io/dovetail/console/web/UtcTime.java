package io.dovetail.console.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Times of the services' answers as people write them, with their zone. */
public final class UtcTime {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private UtcTime() {}

    /** What is no time stays as it is. */
    public static String inWords(String time) {
        try {
            return MINUTE.format(Instant.parse(time));
        } catch (DateTimeParseException notATime) {
            return time;
        }
    }
}
