package io.dovetail.notifications.notices;

import io.dovetail.notifications.mail.Occasion;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of the event {@code dovetail.keys-changed.v1}.
 *
 * @param foremost whether people come in by the version or, before there is such a one, will; null in older events
 * @param added certificates whose keys are trusted from now on
 */
record KeysChanged(UUID companyId, @Nullable Boolean foremost, List<Added> added) {
    KeysChanged {
        Objects.requireNonNull(companyId);
        added = List.copyOf(added);
    }

    /** One of them. */
    record Added(String fingerprint, String subject, Instant notBefore, Instant notAfter) {}

    /** A key that went away lets nobody in, and a draft's lets nobody in yet. */
    boolean isNews() {
        return Boolean.TRUE.equals(foremost) && !added.isEmpty();
    }

    TellAdministrators.Command told(UUID eventId) {
        return new TellAdministrators.Command(eventId, companyId, Occasion.KEYS_ADDED, null, null, null, null);
    }
}
