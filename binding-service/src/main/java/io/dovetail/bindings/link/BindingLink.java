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

    /** Whether it is the one that the user was owed; a deactivation takes nothing from what is owed afterwards. */
    boolean settles(Target target) {
        return automatic && isFor(target) && endReason != LinkEnd.DEACTIVATED;
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
                switchOver);
        return Event.of(TOPIC, "link-issued", userId.toString(), companyId, actor, issuedAt, data);
    }
}
