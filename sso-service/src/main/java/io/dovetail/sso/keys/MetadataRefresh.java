package io.dovetail.sso.keys;

import io.dovetail.sso.saml.Certificates;
import io.dovetail.sso.saml.metadata.IdpMetadata;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.io.Serializable;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a version's metadata stay fresh: what came of the last try, when the next is due, and what is held. */
@Entity
@SuppressWarnings("NullAway.Init")
class MetadataRefresh {
    /** Metadata that change at every look are told of once a day. */
    private static final Duration BETWEEN_MAILS = Duration.ofDays(1);

    /** A provider that is away for a night is no news. */
    private static final Duration LONGEST_SILENCE = Duration.ofDays(1);

    private static final String ACCEPT_IT = "Compare the fingerprints with those that your provider shows. If they are"
            + " its own, accept them: from then on they count, and those before no longer. Otherwise ask your provider"
            + " first.";
    private static final String SAVE_A_DRAFT = "If you moved to another provider or application, save a new draft with"
            + " this address, verify and apply it. Otherwise ask your provider what was changed.";

    /** Company and version. */
    @Embeddable
    record Key(UUID companyId, int version) implements Serializable {}

    @EmbeddedId
    private Key key;

    private @Nullable Instant nextRefreshAt;
    private @Nullable Instant triedAt;
    private @Nullable Instant refreshedAt;
    private int failures;
    private @Nullable String problem;
    private @Nullable String advice;
    private @Nullable UUID heldId;
    private @Nullable Instant heldAt;
    private @Nullable Instant heldToldAt;
    private @Nullable UUID heldToldId;
    private @Nullable String heldChanges;
    private @Nullable String heldEntityId;
    private @Nullable String heldSsoUrl;
    private byte @Nullable [] heldCertificates;
    private @Nullable Instant validUntil;
    private @Nullable Instant failingSince;
    private @Nullable Instant failingToldAt;

    protected MetadataRefresh() {}

    MetadataRefresh(Key key) {
        this.key = key;
    }

    UUID companyId() {
        return key.companyId();
    }

    int version() {
        return key.version();
    }

    /** Whoever comes next finds it due at that moment, unless this try ends before. */
    void due(Instant next) {
        nextRefreshAt = next;
    }

    /** The version is not used for now. */
    void rest() {
        nextRefreshAt = null;
    }

    /** Whether a try that began later than this one was taken over already. */
    boolean isOvertaken(Instant startedAt) {
        return triedAt != null && startedAt.isBefore(triedAt);
    }

    /** Read well, and nothing of it is held. */
    void succeeded(Instant startedAt, IdpMetadata fresh, Instant next) {
        read(startedAt, fresh, next);
        release();
    }

    /** What was known before goes on counting. */
    void failed(Instant startedAt, RefreshState.Problem why, double chance, Instant now) {
        triedAt = startedAt;
        failures++;
        failingSince = failingSince == null ? now : failingSince;
        problem = why.reason();
        advice = why.advice();
        nextRefreshAt = now.plus(RefreshInterval.afterFailure(failures, chance));
    }

    /**
     * @return since when every try has failed, if administrators are to be told of it now: once, until one goes well
     */
    Optional<Instant> tellOfFailures(Instant now) {
        if (failingSince == null || failingToldAt != null) {
            return Optional.empty();
        }
        var isLong = !now.isBefore(failingSince.plus(LONGEST_SILENCE));
        var isOver = validUntil != null && !now.isBefore(validUntil);
        if (!isLong && !isOver) {
            return Optional.empty();
        }
        failingToldAt = now;
        return Optional.of(failingSince);
    }

    /** The same change keeps its id. */
    void hold(Instant startedAt, IdpMetadata fresh, Set<Change> changes, Instant next, Instant now) {
        read(startedAt, fresh, next);
        var names = changes.stream().map(Change::name).collect(Collectors.joining(","));
        var certificates = Certificates.encoded(fresh.certificates().stream()
                .sorted(Comparator.comparing(
                        certificate -> Certificate.of(certificate).fingerprint()))
                .toList());
        if (fresh.entityId().equals(heldEntityId)
                && fresh.ssoUrl().toString().equals(heldSsoUrl)
                && names.equals(heldChanges)
                && Arrays.equals(certificates, heldCertificates)) {
            return;
        }
        heldId = UUID.randomUUID();
        heldAt = now;
        heldChanges = names;
        heldEntityId = fresh.entityId();
        heldSsoUrl = fresh.ssoUrl().toString();
        heldCertificates = certificates;
    }

    /** @return whether administrators are to be told now: of each change once, and once a day at most */
    boolean tellOfHeld(Instant now) {
        var isNews = heldId != null && !heldId.equals(heldToldId);
        if (!isNews || (heldToldAt != null && now.isBefore(heldToldAt.plus(BETWEEN_MAILS)))) {
            return false;
        }
        heldToldId = heldId;
        heldToldAt = now;
        return true;
    }

    /** Nothing is held any more. */
    void release() {
        heldId = null;
        heldAt = null;
        heldChanges = null;
        heldEntityId = null;
        heldSsoUrl = null;
        heldCertificates = null;
    }

    List<X509Certificate> heldCertificates() {
        return heldCertificates == null ? List.of() : Certificates.allDecoded(heldCertificates);
    }

    Optional<HeldChange> held() {
        if (heldId == null || heldAt == null || heldChanges == null || heldEntityId == null || heldSsoUrl == null) {
            return Optional.empty();
        }
        var changes = Arrays.stream(heldChanges.split(",")).map(Change::valueOf).toList();
        var acceptable = changes.equals(List.of(Change.EVERY_KEY));
        return Optional.of(new HeldChange(
                heldId,
                heldAt,
                changes,
                heldEntityId,
                heldSsoUrl,
                Certificate.of(heldCertificates()),
                acceptable,
                acceptable ? ACCEPT_IT : SAVE_A_DRAFT));
    }

    RefreshState state() {
        return new RefreshState(
                triedAt,
                refreshedAt,
                nextRefreshAt,
                problem == null || advice == null ? null : new RefreshState.Problem(problem, advice),
                held().orElse(null));
    }

    Optional<Instant> refreshedAt() {
        return Optional.ofNullable(refreshedAt);
    }

    private void read(Instant startedAt, IdpMetadata fresh, Instant next) {
        triedAt = startedAt;
        refreshedAt = startedAt;
        validUntil = fresh.validUntil().orElse(null);
        failures = 0;
        failingSince = null;
        failingToldAt = null;
        problem = null;
        advice = null;
        nextRefreshAt = next;
    }
}
