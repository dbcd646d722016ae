package io.dovetail.sso.refresh;

import io.dovetail.sso.connection.Connections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Reads the metadata again when an answer was signed by a key that nobody knows: the provider may have begun to use a
 * new one. Whoever makes such answers up gets us to look once in five minutes, and at the connection's own address
 * alone.
 */
@ApplicationScoped
public class RefreshForUnknownKey {
    private static final Logger LOG = Logger.getLogger(RefreshForUnknownKey.class);

    private final Connections connections;
    private final RefreshLimits limits;
    private final RefreshMetadata refreshMetadata;

    RefreshForUnknownKey(Connections connections, RefreshLimits limits, RefreshMetadata refreshMetadata) {
        this.connections = connections;
        this.limits = limits;
        this.refreshMetadata = refreshMetadata;
    }

    /** Whether this answer is the one that may; the next is five minutes later. In the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isUpTo(UUID companyId, int version) {
        return connections.findRefreshable(companyId, version).isPresent()
                && connections.versionsInUse(companyId).includes(version)
                && limits.takeForUnknownKey(companyId);
    }

    /** Takes as long as the provider does; to be called outside of any transaction. */
    public void handle(UUID companyId, int version) {
        try {
            refreshMetadata.handle(new RefreshMetadata.Command(companyId, version, Optional.empty()));
        } catch (RuntimeException failure) {
            // Of the answer itself nothing was said yet: it is refused like any under a key that nobody knows
            LOG.errorf(failure, "metadata not refreshed company=%s version=%d", companyId, version);
        }
    }
}
