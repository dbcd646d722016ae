package io.dovetail.notifications.delivery;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.notifications.mail.EndingCertificate;
import io.dovetail.notifications.mail.Failures;
import io.dovetail.notifications.mail.Letter;
import io.dovetail.notifications.mail.MailKind;
import io.dovetail.notifications.mail.Occasion;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One mail and its fate: QUEUED until the mail server takes it, refuses it for good, or its link ends or dies. */
@Entity
@SuppressWarnings("NullAway.Init")
class Delivery {
    private static final String TOPIC = "dovetail.mail";

    @Id
    private UUID id;

    private UUID causeEventId;
    private UUID companyId;
    private UUID userId;
    private String recipient;

    @Enumerated(EnumType.STRING)
    private MailKind kind;

    @Enumerated(EnumType.STRING)
    private Occasion occasion;

    private String companyName;
    private String firstName;
    private @Nullable String who;
    private @Nullable Integer codesLeft;
    private @Nullable Integer mailsFailed;
    private @Nullable Integer mailsInAll;
    private @Nullable String certificateSubject;
    private @Nullable String certificateFingerprint;
    private @Nullable Instant certificateEndsAt;
    private @Nullable Instant happenedAt;
    private @Nullable UUID linkId;
    private @Nullable String link;
    private @Nullable String linkSealedBy;
    private @Nullable Long switchOver;
    private Instant endsAt;

    @Enumerated(EnumType.STRING)
    private DeliveryState state;

    private int tries;
    private @Nullable String lastAnswer;
    private @Nullable UUID jobId;
    private Instant queuedAt;
    private Instant nextTryAt;
    private @Nullable Instant settledAt;

    protected Delivery() {}

    Delivery(QueueDelivery.Command order, Letter letter, Instant endsAt, Instant now) {
        this.id = UUID.randomUUID();
        this.causeEventId = order.causeEventId();
        this.companyId = order.companyId();
        this.userId = order.userId();
        this.recipient = order.email();
        this.kind = letter.occasion().kind();
        this.occasion = letter.occasion();
        this.companyName = letter.companyName();
        this.firstName = letter.firstName();
        this.who = letter.who();
        this.codesLeft = letter.codesLeft();
        this.mailsFailed = letter.failures() == null ? null : letter.failures().failed();
        this.mailsInAll = letter.failures() == null ? null : letter.failures().inAll();
        var certificate = letter.certificate();
        this.certificateSubject = certificate == null ? null : certificate.subject();
        this.certificateFingerprint = certificate == null ? null : certificate.fingerprint();
        this.certificateEndsAt = certificate == null ? null : certificate.endsAt();
        this.happenedAt = letter.happenedAt();
        this.linkId = order.linkId();
        this.link = order.link().address();
        this.linkSealedBy = order.link().sealedBy();
        this.switchOver = order.link().switchOver();
        this.endsAt = endsAt;
        this.state = DeliveryState.QUEUED;
        this.jobId = order.jobId();
        this.queuedAt = now;
        this.nextTryAt = now;
    }

    UUID id() {
        return id;
    }

    UUID companyId() {
        return companyId;
    }

    /** One sender takes it up for so long; after that another may, for the first is taken to be dead. */
    DueDelivery takeUp(Instant now, Duration lease) {
        tries++;
        nextTryAt = now.plus(lease);
        return new DueDelivery(
                id,
                tries,
                recipient,
                new Letter(occasion, companyName, firstName, who, codesLeft, failures(), certificate(), happenedAt),
                new MailLink(Objects.requireNonNull(link), linkSealedBy, switchOver),
                endsAt);
    }

    private @Nullable Failures failures() {
        return mailsFailed == null || mailsInAll == null ? null : new Failures(mailsFailed, mailsInAll);
    }

    private @Nullable EndingCertificate certificate() {
        return certificateSubject == null || certificateFingerprint == null || certificateEndsAt == null
                ? null
                : new EndingCertificate(certificateSubject, certificateFingerprint, certificateEndsAt);
    }

    boolean isQueued() {
        return state == DeliveryState.QUEUED;
    }

    /** Whether a report that the mail is out is believed: what was cancelled under way is out nevertheless. */
    boolean mayHaveGoneOut() {
        return isQueued() || state == DeliveryState.CANCELLED;
    }

    /** Whether nobody needs the mail any more. */
    boolean hasEnded(Instant now) {
        return !now.isBefore(endsAt);
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
        if (hasEnded(now)) {
            return failed(answer, now);
        }
        lastAnswer = answer;
        var next = now.plus(pause);
        nextTryAt = next.isBefore(endsAt) ? next : endsAt;
        return null;
    }

    void cancel(Instant now) {
        settle(DeliveryState.CANCELLED, now);
    }

    /** @return the event of having failed because nobody could use the mail any more */
    Event ended(Instant now) {
        return failed(Objects.requireNonNullElse(lastAnswer, "The link ended before the mail could be sent."), now);
    }

    private void settle(DeliveryState end, Instant now) {
        state = end;
        link = null;
        settledAt = now;
    }

    private Event event(String name, Object data, Instant now) {
        return Event.of(TOPIC, name, userId.toString(), companyId, Actor.system(), now, data);
    }
}
