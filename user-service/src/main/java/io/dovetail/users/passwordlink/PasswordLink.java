package io.dovetail.users.passwordlink;

import io.dovetail.kit.problem.Problem;
import io.dovetail.users.switchover.Standing;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link by which one user creates their password once, be it as an invitation.
 *
 * <p>While single sign-on is on it rests; a settled switch to it ends it for good.
 */
@Entity
@SuppressWarnings("NullAway.Init")
class PasswordLink {
    @Id
    private UUID id;

    private UUID userId;
    private String tokenHash;

    @Enumerated(EnumType.STRING)
    private LinkCause cause;

    private long settled;
    private Instant issuedAt;
    private Instant expiresAt;
    private @Nullable Instant usedAt;
    private @Nullable Instant replacedAt;
    private @Nullable Instant cancelledAt;

    protected PasswordLink() {}

    PasswordLink(UUID userId, String tokenHash, LinkCause cause, long settled, Instant now, Duration life) {
        this.id = UUID.randomUUID();
        this.userId = userId;
        this.tokenHash = tokenHash;
        this.cause = cause;
        this.settled = settled;
        this.issuedAt = now;
        this.expiresAt = now.plus(life);
    }

    UUID id() {
        return id;
    }

    UUID userId() {
        return userId;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    /** Whether it sets name and password, or a password alone. */
    boolean isInvitation() {
        return cause.isInvitation();
    }

    /** Why the link is not good; empty while it is. */
    Optional<Problem> hindrance(Standing standing, Instant now) {
        if (usedAt != null) {
            return Optional.of(LinkProblems.linkUsed());
        }
        if (replacedAt != null || !standing.admits(settled)) {
            return Optional.of(LinkProblems.linkReplaced());
        }
        if (!standing.passwordsWork()) {
            return Optional.of(LinkProblems.singleSignOnOn());
        }
        return now.isBefore(expiresAt) ? Optional.empty() : Optional.of(LinkProblems.linkExpired());
    }
}
