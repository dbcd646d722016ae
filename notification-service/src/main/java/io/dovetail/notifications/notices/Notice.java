package io.dovetail.notifications.notices;

import io.dovetail.notifications.mail.Occasion;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of the events that administrators are told of: {@code dovetail.connection-enabled.v1},
 * {@code connection-disabled.v1}, {@code connection-rolled-back.v1}, {@code recovery-code-used.v1},
 * {@code metadata-held.v1} and {@code metadata-failing.v1}.
 *
 * @param userId who did it; null if nobody did
 * @param undone whether single sign-on was turned off before anybody signed in through it
 * @param codesLeft how many recovery codes are left; null unless one was used
 */
record Notice(
        UUID companyId,
        @Nullable UUID userId,
        boolean undone,
        @Nullable Integer codesLeft) {
    Notice {
        Objects.requireNonNull(companyId);
    }

    TellAdministrators.Command told(UUID eventId, Occasion occasion) {
        return new TellAdministrators.Command(eventId, companyId, occasion, userId, codesLeft, null, null);
    }
}
