package io.dovetail.sso.keys;

import io.dovetail.sso.saml.metadata.IdpMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What fresh metadata may change: the keys, as long as it is plainly the same provider that changed them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class TakeOverMetadata {
    /** Whoever had the address for a moment does not hold it for the day that the metadata ask for. */
    private static final Duration AFTER_NEW_KEYS = Duration.ofHours(1);

    private final Refreshes refreshes;
    private final TrustedKeys trustedKeys;
    private final Clock clock;

    TakeOverMetadata(Refreshes refreshes, TrustedKeys trustedKeys, Clock clock) {
        this.refreshes = refreshes;
        this.trustedKeys = trustedKeys;
        this.clock = clock;
    }

    /** What came of one try. */
    public sealed interface Outcome {
        record Taken(KeyChange change) implements Outcome {}

        record Held(HeldChange change) implements Outcome {}

        record Failed(RefreshState.Problem problem) implements Outcome {}

        /** A later try was quicker, or the version is gone. */
        record Overtaken() implements Outcome {}
    }

    /** @param startedAt when the fetch began: what a later one brought is not taken back */
    public Outcome read(UUID companyId, int version, KnownProvider known, IdpMetadata fresh, Instant startedAt) {
        var refresh = findOpen(companyId, version, startedAt);
        if (refresh.isEmpty()) {
            return new Outcome.Overtaken();
        }
        var now = clock.instant();
        var next = now.plus(Refreshes.interval(fresh, now));
        var changes = known.changesIn(fresh, trustedKeys.of(companyId, version));
        if (!changes.isEmpty()) {
            refresh.get().hold(startedAt, fresh, changes, next, now);
            return new Outcome.Held(refresh.get().held().orElseThrow());
        }
        var change = trustedKeys.replace(companyId, version, fresh.certificates());
        refresh.get()
                .succeeded(startedAt, fresh, change.added().isEmpty() ? next : earlier(next, now.plus(AFTER_NEW_KEYS)));
        return new Outcome.Taken(change);
    }

    /** Whether administrators are to be told now of what is held for the version; from then on they were. */
    public boolean tellOfHeld(UUID companyId, int version) {
        return refreshes
                .lock(companyId, version)
                .filter(refresh -> refresh.tellOfHeld(clock.instant()))
                .isPresent();
    }

    /** That the metadata could not be read for long, if administrators are to be told now; from then on they were. */
    public Optional<Failing> tellOfFailures(UUID companyId, int version) {
        return refreshes
                .lock(companyId, version)
                .flatMap(refresh -> refresh.tellOfFailures(clock.instant())
                        .map(since -> new Failing(since, refresh.refreshedAt())));
    }

    /**
     * Metadata that can't be read.
     *
     * @param since the first try that failed
     * @param refreshedAt when they were last read well
     */
    public record Failing(Instant since, Optional<Instant> refreshedAt) {}

    /** Nothing was read; the next try is later, the more of them failed. */
    public Outcome failed(UUID companyId, int version, RefreshState.Problem problem, Instant startedAt) {
        var refresh = findOpen(companyId, version, startedAt);
        refresh.ifPresent(open -> open.failed(startedAt, problem, Refreshes.chance(), clock.instant()));
        return refresh.isEmpty() ? new Outcome.Overtaken() : new Outcome.Failed(problem);
    }

    /** A held change, as it waits; locked until the transaction ends. */
    public Optional<Waiting> lockHeld(UUID companyId, UUID heldId) {
        return refreshes
                .lockHeld(companyId, heldId)
                .map(refresh -> new Waiting(refresh.version(), refresh.held().orElseThrow()));
    }

    /** A held change and the version that it is about. */
    public record Waiting(int version, HeldChange change) {}

    /** From now on the held keys count, and no other. */
    public KeyChange accept(UUID companyId, UUID heldId) {
        var refresh = refreshes.lockHeld(companyId, heldId).orElseThrow();
        var change = trustedKeys.replace(companyId, refresh.version(), refresh.heldCertificates());
        refresh.release();
        return change;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Optional<MetadataRefresh> findOpen(UUID companyId, int version, Instant startedAt) {
        return refreshes.lock(companyId, version).filter(refresh -> !refresh.isOvertaken(startedAt));
    }
}
