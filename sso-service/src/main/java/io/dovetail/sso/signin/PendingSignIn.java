package io.dovetail.sso.signin;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sign-in that was started here and waits for its answer and its browser. */
@Entity
@SuppressWarnings("NullAway.Init")
class PendingSignIn {
    static final Duration LIFE = Duration.ofMinutes(10);

    @Id
    private String requestId;

    private UUID companyId;
    private int version;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    private @Nullable UUID verificationId;
    private @Nullable UUID bindUserId;
    private @Nullable UUID bindLinkId;
    private @Nullable UUID bindSource;
    private @Nullable String returnTo;
    private String browserHash;
    private boolean isRestart;
    private Instant startedAt;
    private Instant expiresAt;
    private @Nullable Instant spentAt;

    protected PendingSignIn() {}

    PendingSignIn(
            String requestId,
            UUID companyId,
            int version,
            Errand errand,
            Optional<String> returnTo,
            String browserHash,
            boolean isRestart,
            Instant now) {
        this.requestId = requestId;
        this.companyId = companyId;
        this.version = version;
        this.purpose = errand.purpose();
        if (errand instanceof Errand.Verify verify) {
            this.verificationId = verify.verificationId();
        }
        if (errand instanceof Errand.Bind bind) {
            this.bindUserId = bind.userId();
            this.bindLinkId = bind.linkId();
            this.bindSource = bind.source();
        }
        this.returnTo = returnTo.orElse(null);
        this.browserHash = browserHash;
        this.isRestart = isRestart;
        this.startedAt = now;
        this.expiresAt = now.plus(LIFE);
    }

    String requestId() {
        return requestId;
    }

    UUID companyId() {
        return companyId;
    }

    int version() {
        return version;
    }

    Purpose purpose() {
        return purpose;
    }

    Optional<UUID> verificationId() {
        return Optional.ofNullable(verificationId);
    }

    /** For whom; empty unless the purpose is to bind. */
    Optional<Errand.Bind> binding() {
        return bindUserId == null || bindLinkId == null || bindSource == null
                ? Optional.empty()
                : Optional.of(new Errand.Bind(bindUserId, bindLinkId, bindSource));
    }

    Optional<String> returnTo() {
        return Optional.ofNullable(returnTo);
    }

    boolean isOf(String presentedBrowserHash) {
        return browserHash.equals(presentedBrowserHash);
    }

    /** Sent after an answer that nobody had asked for. */
    boolean isRestart() {
        return isRestart;
    }

    boolean isSpent() {
        return spentAt != null;
    }

    boolean isOverAt(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
