package io.dovetail.notifications.links;

import io.dovetail.kit.event.Actor;
import io.dovetail.notifications.delivery.MailLink;
import io.dovetail.notifications.delivery.QueueDelivery;
import io.dovetail.notifications.mail.Letter;
import io.dovetail.notifications.mail.Occasion;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of the event {@code dovetail.link-issued.v1}.
 *
 * @param jobId null if no job issued it
 * @param switchOver the Enable that the link is for; null in events from before it was told
 */
record LinkIssued(
        UUID companyId,
        String companyName,
        UUID userId,
        String email,
        String firstName,
        UUID linkId,
        Kind kind,
        Cause cause,
        String sealedLink,
        Instant expiresAt,
        @Nullable UUID jobId,
        @Nullable Long switchOver) {
    LinkIssued {
        Objects.requireNonNull(companyId);
        Objects.requireNonNull(companyName);
        Objects.requireNonNull(userId);
        Objects.requireNonNull(email);
        Objects.requireNonNull(firstName);
        Objects.requireNonNull(linkId);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(cause);
        Objects.requireNonNull(sealedLink);
        Objects.requireNonNull(expiresAt);
    }

    /** Whether the person has an account already. */
    enum Kind {
        BINDING,
        INVITATION
    }

    /** Why the link is sent. */
    enum Cause {
        ENABLED(Occasion.BINDING_ENABLED),
        SENT_BEFORE_ENABLE(Occasion.BINDING_BEFORE_ENABLE),
        INVITED(Occasion.BINDING_SENT),
        RESENT(Occasion.BINDING_SENT),
        ASKED_FOR(Occasion.BINDING_ASKED_FOR),
        UNBOUND(Occasion.BINDING_UNBOUND),
        REACTIVATED(Occasion.BINDING_REACTIVATED);

        private final Occasion binding;

        Cause(Occasion binding) {
            this.binding = binding;
        }
    }

    QueueDelivery.Command mail(UUID eventId, Actor actor) {
        return new QueueDelivery.Command(
                eventId,
                companyId,
                userId,
                email,
                Letter.of(occasion(), companyName, firstName),
                askedBy(actor),
                MailLink.sealed(sealedLink, "binding-service").of(switchOver),
                linkId,
                expiresAt,
                jobId);
    }

    private Occasion occasion() {
        if (kind == Kind.BINDING) {
            return cause.binding;
        }
        return cause == Cause.ASKED_FOR ? Occasion.INVITATION_ASKED_FOR : Occasion.INVITATION;
    }

    private static @Nullable UUID askedBy(Actor actor) {
        return actor.id() != null && "app_user".equals(actor.type()) ? UUID.fromString(actor.id()) : null;
    }

    /** Without the link and the address: records are printed by accident. */
    @Override
    public String toString() {
        return "LinkIssued[userId=" + userId + ", kind=" + kind + ", cause=" + cause + "]";
    }
}
