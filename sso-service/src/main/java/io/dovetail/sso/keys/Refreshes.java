package io.dovetail.sso.keys;

import io.dovetail.sso.saml.metadata.IdpMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

/** Which versions' metadata are read again, and when. */
@ApplicationScoped
public class Refreshes {
    /** Far longer than a fetch takes: a try whose process died is made again after it. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final String DUE = "select * from metadata_refresh where next_refresh_at <= :now"
            + " order by next_refresh_at limit :most for update skip locked";

    private final EntityManager database;
    private final Clock clock;

    Refreshes(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Which version's turn it is. */
    public record Due(UUID companyId, int version) {}

    /** A version with an address for its metadata was saved, with what they say now. */
    public void begin(UUID companyId, int version, IdpMetadata metadata) {
        var refresh = new MetadataRefresh(new MetadataRefresh.Key(companyId, version));
        var now = clock.instant();
        refresh.succeeded(now, metadata, now.plus(interval(metadata, now)));
        database.persist(refresh);
    }

    /** The version is used again, after what may be a long time. */
    public void wake(UUID companyId, int version) {
        lock(companyId, version).ifPresent(refresh -> refresh.due(clock.instant()));
    }

    /**
     * A version that is neither the draft nor the current one any more rests. Its row is locked before the question is
     * asked: whoever makes it the draft again, and so wakes it, comes before or after.
     *
     * @return whether it is used
     */
    public boolean restUnless(UUID companyId, int version, BooleanSupplier isUsed) {
        var refresh = lock(companyId, version);
        if (isUsed.getAsBoolean()) {
            return true;
        }
        refresh.ifPresent(MetadataRefresh::rest);
        return false;
    }

    /** Empty for a version whose metadata came without an address. */
    public Optional<RefreshState> find(UUID companyId, int version) {
        return Optional.ofNullable(database.find(MetadataRefresh.class, new MetadataRefresh.Key(companyId, version)))
                .map(MetadataRefresh::state);
    }

    /** Those that are due, at most {@code most}; no other replica finds them due before the lease is over. */
    public List<Due> claim(int most) {
        var now = clock.instant();
        List<?> due = database.createNativeQuery(DUE, MetadataRefresh.class)
                .setParameter("now", now)
                .setParameter("most", most)
                .getResultList();
        return due.stream()
                .map(MetadataRefresh.class::cast)
                .map(refresh -> {
                    refresh.due(now.plus(LEASE));
                    return new Due(refresh.companyId(), refresh.version());
                })
                .toList();
    }

    Optional<MetadataRefresh> lock(UUID companyId, int version) {
        var key = new MetadataRefresh.Key(companyId, version);
        return Optional.ofNullable(database.find(MetadataRefresh.class, key)).map(refresh -> {
            // What this transaction changed before is not to be read over
            database.flush();
            database.refresh(refresh, LockModeType.PESSIMISTIC_WRITE);
            return refresh;
        });
    }

    Optional<MetadataRefresh> lockHeld(UUID companyId, UUID heldId) {
        return database
                .createQuery(
                        "from MetadataRefresh where key.companyId = :company and heldId = :held", MetadataRefresh.class)
                .setParameter("company", companyId)
                .setParameter("held", heldId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    static Duration interval(IdpMetadata metadata, Instant now) {
        return RefreshInterval.afterSuccess(metadata.cacheDuration(), metadata.validUntil(), now, chance());
    }

    static double chance() {
        return ThreadLocalRandom.current().nextDouble();
    }
}
