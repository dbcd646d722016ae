package io.dovetail.notifications.delivery;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.notifications.mail.PasswordCause;
import io.dovetail.notifications.mail.PasswordMail;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One mail and its fate: QUEUED until the mail server takes it, refuses it for good, or its link ends. */
@Entity
@SuppressWarnings("NullAway.Init")
class Delivery {
    private static final String TOPIC = "dovetail.mail";

    @Id
    private UUID id;

    private UUID causeEventId;
    private UUID companyId;
    private String companyName;
    private UUID userId;

    @Enumerated(EnumType.STRING)
    private MailKind kind;

    @Enumerated(EnumType.STRING)
    private PasswordCause cause;

    private String recipient;
    private String firstName;
    private @Nullable String sealedLink;
    private Instant linkEndsAt;

    @Enumerated(EnumType.STRING)
    private DeliveryState state;

    private int tries;
    private @Nullable String lastAnswer;
    private Instant queuedAt;
    private Instant nextTryAt;
    private @Nullable Instant settledAt;

    protected Delivery() {}

    Delivery(UUID causeEventId, PasswordLinkIssued link, Instant now) {
        this.id = UUID.randomUUID();
        this.causeEventId = causeEventId;
        this.companyId = link.companyId();
        this.companyName = link.companyName();
        this.userId = link.userId();
        this.kind = MailKind.of(link.cause());
        this.cause = link.cause();
        this.recipient = link.email();
        this.firstName = link.firstName();
        this.sealedLink = link.sealedLink();
        this.linkEndsAt = link.expiresAt();
        this.state = DeliveryState.QUEUED;
        this.queuedAt = now;
        this.nextTryAt = now;
    }

    UUID id() {
        return id;
    }

    /** One sender takes it up for so long; after that another may, for the first is taken to be dead. */
    DueDelivery takeUp(Instant now, Duration lease) {
        tries++;
        nextTryAt = now.plus(lease);
        return new DueDelivery(
                id,
                tries,
                new PasswordMail(cause, recipient, firstName, companyName),
                Objects.requireNonNull(sealedLink),
                linkEndsAt);
    }

    boolean isQueued() {
        return state == DeliveryState.QUEUED;
    }

    /** Whether nobody took it up after the sender that did so as its {@code claim}th. */
    boolean isHeldBy(int claim) {
        return isQueued() && tries == claim;
    }

    Event sent(Instant now) {
        settle(DeliveryState.SENT, now);
        return event("mail-sent", new MailSent(companyId, userId, id, kind.name(), causeEventId, tries), now);
    }

    Event failed(String answer, Instant now) {
        settle(DeliveryState.FAILED, now);
        lastAnswer = answer;
        return event(
                "mail-failed", new MailFailed(companyId, userId, id, kind.name(), causeEventId, tries, answer), now);
    }

    /** @return the event of having failed, if the link has ended meanwhile; else it is tried again after the pause */
    @Nullable
    Event postponed(String answer, Duration pause, Instant now) {
        if (!now.isBefore(linkEndsAt)) {
            return failed(answer, now);
        }
        lastAnswer = answer;
        var next = now.plus(pause);
        nextTryAt = next.isBefore(linkEndsAt) ? next : linkEndsAt;
        return null;
    }

    /** @return the event of having failed because nobody could use the mail any more */
    Event ended(Instant now) {
        return failed(Objects.requireNonNullElse(lastAnswer, "The link ended before the mail could be sent."), now);
    }

    private void settle(DeliveryState end, Instant now) {
        state = end;
        sealedLink = null;
        settledAt = now;
    }

    private Event event(String name, Object data, Instant now) {
        return Event.of(TOPIC, name, userId.toString(), companyId, Actor.system(), now, data);
    }
}
