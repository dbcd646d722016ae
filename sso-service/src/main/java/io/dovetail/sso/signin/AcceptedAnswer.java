package io.dovetail.sso.signin;

import io.dovetail.sso.saml.response.VerifiedAssertion;
import io.dovetail.sso.verification.Person;
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
    private @Nullable String email;
    private long clockDifferenceMillis;
    private String warnings;
    private @Nullable Instant sessionEndsAt;
    private @Nullable String returnTo;
    private Instant expiresAt;
    private @Nullable Instant takenAt;

    protected AcceptedAnswer() {}

    /**
     * Keeps what the provider said.
     *
     * @param requestId empty for an answer that the provider sent unasked and the connection accepts
     * @param returnTo where such an answer leads; what was asked for leads where its request says
     */
    AcceptedAnswer(
            String handleHash,
            Optional<String> requestId,
            UUID companyId,
            int version,
            VerifiedAssertion assertion,
            Optional<String> returnTo,
            Instant now) {
        this.handleHash = handleHash;
        this.requestId = requestId.orElse(null);
        this.companyId = companyId;
        this.version = version;
        this.samlId = assertion.samlId();
        this.firstName = assertion.firstName();
        this.lastName = assertion.lastName();
        this.email = assertion.email().orElse(null);
        this.clockDifferenceMillis = assertion.clockDifference().toMillis();
        this.warnings = assertion.warnings().stream().map(Enum::name).collect(Collectors.joining(","));
        this.sessionEndsAt = assertion.sessionNotOnOrAfter().orElse(null);
        this.returnTo = returnTo.orElse(null);
        this.expiresAt = now.plus(LIFE);
    }

    String handleHash() {
        return handleHash;
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

    /** The provider's word on the person's address; it identifies nobody. */
    Optional<String> email() {
        return Optional.ofNullable(email);
    }

    Person person() {
        return new Person(samlId, firstName, lastName, email);
    }

    Duration clockDifference() {
        return Duration.ofMillis(clockDifferenceMillis);
    }

    /** When the provider ends the session; empty if it says nothing of it. */
    Optional<Instant> sessionEndsAt() {
        return Optional.ofNullable(sessionEndsAt);
    }

    Optional<String> returnTo() {
        return Optional.ofNullable(returnTo);
    }

    String warnings() {
        return warnings;
    }

    boolean isUsableAt(Instant now) {
        return takenAt == null && now.isBefore(expiresAt);
    }
}
