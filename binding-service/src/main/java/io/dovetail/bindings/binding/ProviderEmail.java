package io.dovetail.bindings.binding;

import io.dovetail.bindings.copies.KnownUser;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The address that the provider said a person has: shown and recorded, and never a reason for or against anybody. */
final class ProviderEmail {
    /** The longest path of RFC 5321 4.5.3.1.3; a provider that says more says nothing. */
    private static final int LONGEST = 254;

    private ProviderEmail() {}

    /** What there is to record of what the provider said; null if that is nothing. */
    static @Nullable String of(@Nullable String said) {
        if (said == null) {
            return null;
        }
        var email = said.strip();
        return email.isEmpty() || email.length() > LONGEST ? null : email;
    }

    /** The recorded one if it is another than the account's at present, whatever the case of its letters. */
    static @Nullable String otherThan(Optional<KnownUser> user, @Nullable String recorded) {
        if (recorded == null || user.isEmpty()) {
            return null;
        }
        return user.get().hasEmail(recorded) ? null : recorded;
    }
}
