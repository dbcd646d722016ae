package io.dovetail.sso.signin;

import io.dovetail.sso.saml.response.VerifiedAssertion;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a verified answer said, kept for a minute under a random handle until its browser fetches it. */
@Entity
@SuppressWarnings("NullAway.Init")
class AcceptedAnswer {
    static final Duration LIFE = Duration.ofSeconds(60);

    @Id
    private String handleHash;

    private @Nullable String requestId;
    private UUID companyId;
    private int version;
    private String samlId;
    private String firstName;
    private String lastName;
    private long clockDifferenceMillis;
    private String warnings;
    private @Nullable Instant sessionEndsAt;
    private Instant expiresAt;
    private @Nullable Instant takenAt;

    protected AcceptedAnswer() {}

    /** @param requestId empty for an answer that the provider sent unasked and the connection accepts */
    AcceptedAnswer(
            String handleHash,
            Optional<String> requestId,
            UUID companyId,
            int version,
            VerifiedAssertion assertion,
            Instant now) {
        this.handleHash = handleHash;
        this.requestId = requestId.orElse(null);
        this.companyId = companyId;
        this.version = version;
        this.samlId = assertion.samlId();
        this.firstName = assertion.firstName();
        this.lastName = assertion.lastName();
        this.clockDifferenceMillis = assertion.clockDifference().toMillis();
        this.warnings = assertion.warnings().stream().map(Enum::name).collect(Collectors.joining(","));
        this.sessionEndsAt = assertion.sessionNotOnOrAfter().orElse(null);
        this.expiresAt = now.plus(LIFE);
    }

    Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    UUID companyId() {
        return companyId;
    }

    int version() {
        return version;
    }

    String samlId() {
        return samlId;
    }

    String firstName() {
        return firstName;
    }

    String lastName() {
        return lastName;
    }

    Duration clockDifference() {
        return Duration.ofMillis(clockDifferenceMillis);
    }

    /** When the provider ends the session; empty if it says nothing of it. */
    Optional<Instant> sessionEndsAt() {
        return Optional.ofNullable(sessionEndsAt);
    }

    String warnings() {
        return warnings;
    }

    boolean isUsableAt(Instant now) {
        return takenAt == null && now.isBefore(expiresAt);
    }
}
