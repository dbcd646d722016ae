package io.dovetail.sso.refresh;

import io.dovetail.sso.connection.Connections;
import io.dovetail.sso.keys.TrustedKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Reads the metadata again when an answer was signed by a key that nobody knows: the provider may have begun to use a
 * new one. Whoever makes such answers up gets us to look once in five minutes, and at the connection's own address
 * alone. Who comes with an honest one at the same moment waits for that look.
 */
@ApplicationScoped
public class RefreshForUnknownKey {
    private static final Logger LOG = Logger.getLogger(RefreshForUnknownKey.class);

    /** As long as a fetch takes at most. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** An answer that was looked at before the new keys came is looked at again. */
    private static final Duration JUST_CHANGED = Duration.ofSeconds(10);

    /** Answers that wait at once, of all companies: made-up ones must not hold every thread. */
    private static final int MOST_WAITING = 8;

    private final Connections connections;
    private final TrustedKeys trustedKeys;
    private final RefreshLimits limits;
    private final RefreshMetadata refreshMetadata;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final Map<Version, Look> looks = new ConcurrentHashMap<>();

    RefreshForUnknownKey(
            Connections connections, TrustedKeys trustedKeys, RefreshLimits limits, RefreshMetadata refreshMetadata) {
        this.connections = connections;
        this.trustedKeys = trustedKeys;
        this.limits = limits;
        this.refreshMetadata = refreshMetadata;
    }

    private record Version(UUID companyId, int version) {}

    /** One read of the metadata, from the permission to its end; whoever comes first does it. */
    private record Look(AtomicBoolean isTaken, CountDownLatch end) {
        Look() {
            this(new AtomicBoolean(), new CountDownLatch(1));
        }
    }

    /**
     * Whether this answer is to be looked at again, after {@link #handle}: it is the one in five minutes that may have
     * the metadata read, or somebody else's has them read now, or had a moment ago. In the caller's transaction.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isUpTo(UUID companyId, int version) {
        var isRead = connections.findRefreshable(companyId, version).isPresent()
                && connections.versionsInUse(companyId).includes(version);
        if (!isRead) {
            return false;
        }
        var key = new Version(companyId, version);
        if (limits.takeForUnknownKey(companyId)) {
            looks.put(key, new Look());
            return true;
        }
        return looks.containsKey(key) || trustedKeys.wereAddedWithin(companyId, version, JUST_CHANGED);
    }

    /** Takes as long as the provider does; to be called outside of any transaction. */
    public void handle(UUID companyId, int version) {
        var key = new Version(companyId, version);
        var look = looks.get(key);
        if (look == null) {
            return;
        }
        if (look.isTaken().compareAndSet(false, true)) {
            try {
                read(companyId, version);
            } finally {
                looks.remove(key, look);
                look.end().countDown();
            }
        } else {
            await(look);
        }
    }

    private void read(UUID companyId, int version) {
        try {
            refreshMetadata.handle(new RefreshMetadata.Command(companyId, version, Optional.empty()));
        } catch (RuntimeException failure) {
            // Of the answer itself nothing was said yet: it is refused like any under a key that nobody knows
            LOG.errorf(failure, "metadata not refreshed company=%s version=%d", companyId, version);
        }
    }

    private void await(Look look) {
        if (!waiting.tryAcquire()) {
            return;
        }
        try {
            if (!look.end().await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("somebody else's look at the metadata was not waited for any longer");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.release();
        }
    }
}
