package io.dovetail.notifications.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Looks at the last moment whether a delivery is still the sender's: it may be cancelled, or another's, or its company
 * suspended meanwhile; then it waits for the end of the sender's lease.
 */
@ApplicationScoped
public class CheckClaim {
    private static final String RESTS = """
            select exists (select 1 from company_copy where company_id = :company and suspended)""";

    private final EntityManager deliveries;
    private final Clock clock;

    CheckClaim(EntityManager deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Transactional
    public boolean handle(UUID deliveryId, int claim) {
        var delivery = deliveries.find(Delivery.class, deliveryId);
        return delivery != null && delivery.isHeldBy(claim) && !rests(delivery, clock.instant());
    }

    /** What has ended is given up all the same. */
    private boolean rests(Delivery delivery, Instant now) {
        return !delivery.hasEnded(now)
                && (boolean) deliveries
                        .createNativeQuery(RESTS, Boolean.class)
                        .setParameter("company", delivery.companyId())
                        .getSingleResult();
    }
}
