package io.dovetail.sso.verification;

import io.dovetail.sso.saml.response.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One real sign-in by which an administrator tests a version; it reports, and signs nobody in. */
@Entity
@SuppressWarnings("NullAway.Init")
class Verification {
    /** How long a passed verification counts. */
    static final Duration COUNTS = Duration.ofHours(24);

    /** How long after its start it can be opened. */
    private static final Duration OPEN = Duration.ofMinutes(10);

    /** What has become of it. */
    enum Status {
        PENDING,
        PASSED,
        FAILED
    }

    @Id
    private UUID id;

    private UUID companyId;
    private int version;
    private UUID startedBy;
    private Instant startedAt;
    private @Nullable String browserHash;

    @Enumerated(EnumType.STRING)
    private Status status;

    private @Nullable Instant finishedAt;
    private @Nullable UUID signInId;
    private @Nullable String samlId;
    private @Nullable String firstName;
    private @Nullable String lastName;
    private @Nullable String email;
    private @Nullable String warnings;
    private @Nullable String reason;
    private @Nullable String expected;
    private @Nullable String received;

    protected Verification() {}

    Verification(UUID id, UUID companyId, int version, UUID startedBy, Instant startedAt) {
        this.id = id;
        this.companyId = companyId;
        this.version = version;
        this.startedBy = startedBy;
        this.startedAt = startedAt;
        this.status = Status.PENDING;
    }

    UUID id() {
        return id;
    }

    UUID companyId() {
        return companyId;
    }

    int version() {
        return version;
    }

    UUID startedBy() {
        return startedBy;
    }

    /**
     * Takes the browser that opens it first for the administrator's; no other can go on with it (security.md F7).
     *
     * @return whether this browser may sign in for it
     */
    boolean open(String browser, Instant now) {
        if (status == Status.PASSED || !now.isBefore(startedAt.plus(OPEN))) {
            return false;
        }
        browserHash = browserHash == null ? browser : browserHash;
        return isOf(browser);
    }

    boolean isOf(String browser) {
        return browser.equals(browserHash);
    }

    Status status() {
        return status;
    }

    Optional<UUID> signInId() {
        return Optional.ofNullable(signInId);
    }

    Optional<Person> person() {
        return samlId == null || firstName == null || lastName == null
                ? Optional.empty()
                : Optional.of(new Person(samlId, firstName, lastName, email));
    }

    boolean warned() {
        return warnings != null && !warnings.isEmpty();
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    String expected() {
        return expected == null ? "" : expected;
    }

    String received() {
        return received == null ? "" : received;
    }

    boolean countsAt(Instant now) {
        return status == Status.PASSED && finishedAt != null && now.isBefore(finishedAt.plus(COUNTS));
    }

    void pass(Person person, String warnings, UUID signInId, Instant now) {
        this.status = Status.PASSED;
        this.samlId = person.samlId();
        this.firstName = person.firstName();
        this.lastName = person.lastName();
        this.email = person.email();
        this.warnings = warnings;
        this.signInId = signInId;
        this.finishedAt = now;
        this.reason = null;
    }

    /** A refused answer; a later good one to the same verification still passes it. */
    void fail(Refusal refusal, Instant now) {
        if (status == Status.PASSED) {
            return;
        }
        this.status = Status.FAILED;
        this.reason = refusal.reason().name();
        this.expected = refusal.expected();
        this.received = refusal.received();
        this.finishedAt = now;
    }
}
