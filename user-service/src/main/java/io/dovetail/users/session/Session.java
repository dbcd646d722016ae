package io.dovetail.users.session;

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

/** A person's stay, from one sign-in to its end. */
@Entity
@SuppressWarnings("NullAway.Init")
class Session {
    @Id
    private UUID id;

    private UUID userId;
    private UUID companyId;

    @Enumerated(EnumType.STRING)
    private SessionMethod method;

    private @Nullable UUID signInId;
    private Instant openedAt;
    private Instant expiresAt;
    private @Nullable Instant endedAt;

    /** The latest Enable for which it was spared. */
    private @Nullable Instant sparedAt;

    protected Session() {}

    Session(OpenSession.Command wish, Instant now, Duration life) {
        this.id = UUID.randomUUID();
        this.userId = wish.user().id();
        this.companyId = wish.user().companyId();
        this.method = wish.method();
        this.signInId = wish.signInId();
        this.openedAt = now;
        this.expiresAt = end(now.plus(life), wish.notAfter());
    }

    /** No session outlives the provider's (security.md F11). */
    private static Instant end(Instant ours, @Nullable Instant theirs) {
        return theirs != null && theirs.isBefore(ours) ? theirs : ours;
    }

    UUID id() {
        return id;
    }

    UUID userId() {
        return userId;
    }

    SessionMethod method() {
        return method;
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    boolean belongsTo(UUID user) {
        return userId.equals(user);
    }

    /** Whether a recovery code opened it. */
    boolean isForTheConnectionAlone() {
        return method == SessionMethod.RECOVERY;
    }

    /** Whether it goes no further while passwords do not work; the session that turned single sign-on on is spared. */
    boolean restsWithPasswords() {
        return method == SessionMethod.PASSWORD && sparedAt == null;
    }

    boolean isLive(Instant now) {
        return endedAt == null && now.isBefore(expiresAt);
    }

    Event opened() {
        var data = new SessionOpened(companyId, userId, id, method, signInId);
        return Event.of(
                "dovetail.users", "session-opened", userId.toString(), companyId, Actor.user(userId), openedAt, data);
    }

    /** Ends it for good; its access tokens are no longer good once that is told. */
    TellSessionsEnded.Command end(Instant now) {
        endedAt = now;
        return new TellSessionsEnded.Command(SessionsEnded.ofSession(companyId, userId, id, now), Actor.user(userId));
    }
}
