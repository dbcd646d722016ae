package io.dovetail.notifications.links;

import io.dovetail.notifications.delivery.MailLink;
import io.dovetail.notifications.delivery.QueueDelivery;
import io.dovetail.notifications.mail.Letter;
import io.dovetail.notifications.mail.Occasion;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** What this service reads of the event {@code dovetail.invitation-issued.v1}. */
record InvitationIssued(
        UUID companyId,
        String companyName,
        UUID userId,
        String email,
        UUID linkId,
        String sealedLink,
        Instant expiresAt,
        String invitedBy) {
    InvitationIssued {
        Objects.requireNonNull(companyId);
        Objects.requireNonNull(companyName);
        Objects.requireNonNull(userId);
        Objects.requireNonNull(email);
        Objects.requireNonNull(linkId);
        Objects.requireNonNull(sealedLink);
        Objects.requireNonNull(expiresAt);
        Objects.requireNonNull(invitedBy);
    }

    QueueDelivery.Command mail(UUID eventId) {
        return new QueueDelivery.Command(
                eventId,
                companyId,
                userId,
                email,
                Letter.of(Occasion.INVITATION_WITH_PASSWORD, companyName, "").by(invitedBy),
                null,
                MailLink.sealed(sealedLink, "user-service"),
                linkId,
                expiresAt,
                null);
    }

    /** Without the link and the people: records are printed by accident. */
    @Override
    public String toString() {
        return "InvitationIssued[userId=" + userId + "]";
    }
}
