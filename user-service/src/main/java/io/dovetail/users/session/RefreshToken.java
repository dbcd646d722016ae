package io.dovetail.users.session;

import io.dovetail.kit.identity.Secrets;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One of the tokens that a session had; only its hash is known here. */
@Entity
@SuppressWarnings("NullAway.Init")
class RefreshToken {
    @Id
    private String tokenHash;

    private UUID sessionId;
    private Instant issuedAt;
    private @Nullable Instant replacedAt;

    protected RefreshToken() {}

    RefreshToken(String token, UUID sessionId, Instant now) {
        this.tokenHash = Secrets.sha256(token);
        this.sessionId = sessionId;
        this.issuedAt = now;
    }

    UUID sessionId() {
        return sessionId;
    }

    /** Whether it was replaced so long ago that only a thief or a broken client would still use it. */
    boolean isReused(Instant now, Duration overlap) {
        return replacedAt != null && !now.isBefore(replacedAt.plus(overlap));
    }

    /** The first replacement counts: using it again within the overlap does not prolong it. */
    void replace(Instant now) {
        if (replacedAt == null) {
            replacedAt = now;
        }
    }
}
