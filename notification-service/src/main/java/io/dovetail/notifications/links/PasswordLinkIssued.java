package io.dovetail.notifications.links;

import io.dovetail.notifications.delivery.MailLink;
import io.dovetail.notifications.delivery.QueueDelivery;
import io.dovetail.notifications.mail.Letter;
import io.dovetail.notifications.mail.Occasion;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** What this service reads of the event {@code dovetail.password-link-issued.v1}. */
record PasswordLinkIssued(
        UUID companyId,
        String companyName,
        UUID userId,
        String email,
        String firstName,
        UUID linkId,
        String sealedLink,
        Instant expiresAt,
        Cause cause) {
    PasswordLinkIssued {
        Objects.requireNonNull(companyId);
        Objects.requireNonNull(companyName);
        Objects.requireNonNull(userId);
        Objects.requireNonNull(email);
        Objects.requireNonNull(firstName);
        Objects.requireNonNull(linkId);
        Objects.requireNonNull(sealedLink);
        Objects.requireNonNull(expiresAt);
        Objects.requireNonNull(cause);
    }

    /** Why a person is sent a link to a password page. */
    enum Cause {
        FIRST_ADMINISTRATOR(Occasion.FIRST_ADMINISTRATOR),
        RESET(Occasion.PASSWORD_RESET),
        SINGLE_SIGN_ON_DISABLED(Occasion.PASSWORD_AFTER_DISABLE),
        PASSWORD_ASKED_FOR(Occasion.PASSWORD_ASKED_FOR);

        private final Occasion occasion;

        Cause(Occasion occasion) {
            this.occasion = occasion;
        }
    }

    QueueDelivery.Command mail(UUID eventId) {
        return new QueueDelivery.Command(
                eventId,
                companyId,
                userId,
                email,
                Letter.of(cause.occasion, companyName, firstName),
                null,
                MailLink.sealed(sealedLink, "user-service"),
                linkId,
                expiresAt,
                null);
    }

    /** Without the link and the address: records are printed by accident. */
    @Override
    public String toString() {
        return "PasswordLinkIssued[userId=" + userId + ", cause=" + cause + "]";
    }
}
