package io.dovetail.users.passwordlink;

import io.dovetail.kit.problem.Problem;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A link by which one user creates their password once. */
@Entity
@SuppressWarnings("NullAway.Init")
class PasswordLink {
    @Id
    private UUID id;

    private UUID userId;
    private String tokenHash;

    @Enumerated(EnumType.STRING)
    private LinkCause cause;

    private Instant issuedAt;
    private Instant expiresAt;
    private @Nullable Instant usedAt;
    private @Nullable Instant replacedAt;

    protected PasswordLink() {}

    PasswordLink(UUID userId, String tokenHash, LinkCause cause, Instant now, Duration life) {
        this.id = UUID.randomUUID();
        this.userId = userId;
        this.tokenHash = tokenHash;
        this.cause = cause;
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

    /** Why the link is no longer good; empty while it is. */
    Optional<Problem> hindrance(Instant now) {
        if (usedAt != null) {
            return Optional.of(LinkProblems.linkUsed());
        }
        if (replacedAt != null) {
            return Optional.of(LinkProblems.linkReplaced());
        }
        return now.isBefore(expiresAt) ? Optional.empty() : Optional.of(LinkProblems.linkExpired());
    }
}
