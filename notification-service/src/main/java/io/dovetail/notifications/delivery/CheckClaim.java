package io.dovetail.notifications.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Looks at the last moment whether a delivery is still the sender's: it may be cancelled, or another's, meanwhile. */
@ApplicationScoped
public class CheckClaim {
    private final EntityManager deliveries;

    CheckClaim(EntityManager deliveries) {
        this.deliveries = deliveries;
    }

    @Transactional
    public boolean handle(UUID deliveryId, int claim) {
        var delivery = deliveries.find(Delivery.class, deliveryId);
        return delivery != null && delivery.isHeldBy(claim);
    }
}
