package io.dovetail.notifications.notices;

import io.dovetail.notifications.delivery.MailLink;
import io.dovetail.notifications.delivery.QueueDelivery;
import io.dovetail.notifications.mail.Letter;
import io.dovetail.notifications.mail.Occasion;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** What this service reads of the event {@code dovetail.password-changed.v1}. */
record PasswordChanged(
        UUID companyId,
        String companyName,
        UUID userId,
        String email,
        String firstName,
        Instant changedAt,
        String signInUrl) {
    PasswordChanged {
        Objects.requireNonNull(companyId);
        Objects.requireNonNull(companyName);
        Objects.requireNonNull(userId);
        Objects.requireNonNull(email);
        Objects.requireNonNull(firstName);
        Objects.requireNonNull(changedAt);
        Objects.requireNonNull(signInUrl);
    }

    /** To the person alone; nothing in it sets a password. */
    QueueDelivery.Command mail(UUID eventId) {
        return new QueueDelivery.Command(
                eventId,
                companyId,
                userId,
                email,
                Letter.of(Occasion.PASSWORD_CHANGED, companyName, firstName).at(changedAt),
                null,
                MailLink.clear(signInUrl),
                null,
                null,
                null);
    }

    /** Without the person: records are printed by accident. */
    @Override
    public String toString() {
        return "PasswordChanged[userId=" + userId + "]";
    }
}
