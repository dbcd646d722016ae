package io.dovetail.bindings.link;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A link by which one user's account is bound once, by a real sign-in. */
@Entity
@SuppressWarnings("NullAway.Init")
class BindingLink {
    /** How long a link works. */
    static final Duration LIFE = Duration.ofHours(72);

    private static final Duration MOST_USED_WITHIN = Duration.ofDays(1);
    private static final String TOPIC = "dovetail.bindings";

    @Id
    private UUID id;

    private UUID companyId;
    private UUID userId;
    private String email;
    private String tokenHash;

    @Enumerated(EnumType.STRING)
    private LinkKind kind;

    @Enumerated(EnumType.STRING)
    private LinkCause cause;

    private UUID source;
    private int switchOver;
    private boolean automatic;
    private boolean beforeEnable;
    private Instant issuedAt;
    private Instant expiresAt;
    private @Nullable Instant usedAt;
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable LinkEnd endReason;

    protected BindingLink() {}

    BindingLink(Recipient recipient, Owed owed, String tokenHash, Instant now) {
        this.id = UUID.randomUUID();
        this.companyId = recipient.companyId();
        this.userId = recipient.userId();
        this.email = recipient.email();
        this.tokenHash = tokenHash;
        this.kind = owed.kind();
        this.cause = owed.cause();
        this.source = owed.target().source();
        this.switchOver = owed.target().switchOver();
        this.automatic = owed.automatic();
        this.beforeEnable = owed.beforeEnable();
        this.issuedAt = now;
        this.expiresAt = now.plus(LIFE);
    }

    UUID id() {
        return id;
    }

    UUID companyId() {
        return companyId;
    }

    UUID userId() {
        return userId;
    }

    LinkKind kind() {
        return kind;
    }

    UUID source() {
        return source;
    }

    int switchOver() {
        return switchOver;
    }

    Instant issuedAt() {
        return issuedAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    /** Neither used nor ended; it may have expired. */
    boolean isOpen() {
        return usedAt == null && endedAt == null;
    }

    /** Whether it went to the address that the user has at present. */
    boolean wentTo(Recipient recipient) {
        return email.equals(recipient.email());
    }

    boolean isFor(Target target) {
        return source.equals(target.source()) && switchOver == target.switchOver();
    }

    /** Whether its user is owed no other one for this target; one that has ended settles nothing. */
    boolean settles(Recipient recipient, Target target) {
        return isOpen() && isFor(target) && wentTo(recipient);
    }

    /** Neither expired nor older than the day within which most links are used. */
    boolean isFresh(Instant now) {
        return now.isBefore(expiresAt) && issuedAt.isAfter(now.minus(MOST_USED_WITHIN));
    }

    boolean wasAskedFor() {
        return cause == LinkCause.ASKED_FOR;
    }

    /** Whether it was sent for an Enable that did not last so far: it is to come, or was undone in its trial. */
    boolean isForEnableAfter(int settledSwitchOver) {
        return beforeEnable && switchOver > settledSwitchOver;
    }

    /** Whether it expired and its person never heard, at least not by it, that single sign-on is on. */
    boolean expiredAsSentBeforeEnable(Instant now) {
        return beforeEnable && !now.isBefore(expiresAt);
    }

    LinkState state(Instant now) {
        if (usedAt != null) {
            return LinkState.USED;
        }
        if (endReason != null) {
            return LinkState.of(endReason);
        }
        return now.isBefore(expiresAt) ? LinkState.LIVE : LinkState.EXPIRED;
    }

    /** A person may have been active for longer than this service knew when it issued the link. */
    void follow(LinkKind present) {
        kind = present;
    }

    void use(Instant now) {
        usedAt = now;
    }

    /** Ends it, and tells so that its mail need not go out. */
    Event end(LinkEnd reason, Actor actor, Instant now) {
        endedAt = now;
        endReason = reason;
        var data = new LinkCancelled(companyId, userId, id, reason);
        return Event.of(TOPIC, "link-cancelled", userId.toString(), companyId, actor, now, data);
    }

    /**
     * @param sealedLink which only notification-service opens
     * @param jobId null if no job issues it
     */
    Event issued(Recipient recipient, String companyName, String sealedLink, Actor actor, @Nullable UUID jobId) {
        var data = new LinkIssued(
                companyId,
                companyName,
                userId,
                recipient.email(),
                recipient.firstName(),
                id,
                kind,
                cause,
                sealedLink,
                expiresAt,
                jobId,
                beforeEnable ? null : switchOver);
        return Event.of(TOPIC, "link-issued", userId.toString(), companyId, actor, issuedAt, data);
    }
}
