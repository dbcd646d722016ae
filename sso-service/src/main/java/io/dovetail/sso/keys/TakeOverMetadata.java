package io.dovetail.sso.keys;

import io.dovetail.sso.saml.metadata.IdpMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What fresh metadata may change: the keys, as long as it is plainly the same provider that changed them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class TakeOverMetadata {
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

        /** @param isNews whether administrators are to be told */
        record Held(HeldChange change, boolean isNews) implements Outcome {}

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
            var isNews = refresh.get().hold(startedAt, fresh, changes, next, now);
            return new Outcome.Held(refresh.get().held().orElseThrow(), isNews);
        }
        refresh.get().succeeded(startedAt, next);
        return new Outcome.Taken(trustedKeys.replace(companyId, version, fresh.certificates()));
    }

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

    private Optional<MetadataRefresh> findOpen(UUID companyId, int version, Instant startedAt) {
        return refreshes.lock(companyId, version).filter(refresh -> !refresh.isOvertaken(startedAt));
    }
}
