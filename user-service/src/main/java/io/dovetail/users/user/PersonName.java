package io.dovetail.users.user;

import io.dovetail.users.company.PlainText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** First and last name as a provider sends them, brought within this service's bounds. */
public record PersonName(String first, String last) {
    private static final int LONGEST = 100;

    /** Empty if one of the two is not usable: then the profile keeps the names it has. */
    public static Optional<PersonName> find(@Nullable String first, @Nullable String last) {
        if (first == null || last == null) {
            return Optional.empty();
        }
        var name = new PersonName(clip(first.strip()), clip(last.strip()));
        return name.isUsable() ? Optional.of(name) : Optional.empty();
    }

    private boolean isUsable() {
        return !first.isEmpty() && !last.isEmpty() && PlainText.Check.isPlain(first) && PlainText.Check.isPlain(last);
    }

    private static String clip(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }
}
