package io.dovetail.notifications.links;

import io.dovetail.notifications.delivery.MailLink;
import io.dovetail.notifications.delivery.QueueDelivery;
import io.dovetail.notifications.mail.Letter;
import io.dovetail.notifications.mail.Occasion;
import java.util.Objects;
import java.util.UUID;

/** What this service reads of the event {@code dovetail.way-in-asked.v1}. */
record WayInAsked(UUID companyId, String companyName, UUID userId, String email, String firstName, String signInUrl) {
    WayInAsked {
        Objects.requireNonNull(companyId);
        Objects.requireNonNull(companyName);
        Objects.requireNonNull(userId);
        Objects.requireNonNull(email);
        Objects.requireNonNull(firstName);
        Objects.requireNonNull(signInUrl);
    }

    QueueDelivery.Command mail(UUID eventId) {
        return new QueueDelivery.Command(
                eventId,
                companyId,
                userId,
                email,
                Letter.of(Occasion.WAY_IN, companyName, firstName),
                null,
                MailLink.clear(signInUrl),
                null,
                null,
                null);
    }

    /** Without the person: records are printed by accident. */
    @Override
    public String toString() {
        return "WayInAsked[userId=" + userId + "]";
    }
}
