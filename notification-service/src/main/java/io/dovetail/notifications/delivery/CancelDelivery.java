package io.dovetail.notifications.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Cancels the mail of a dead link unless it is out; one that is asked for only later is not sent either. */
@ApplicationScoped
public class CancelDelivery {
    private final EntityManager deliveries;
    private final LinkFates links;
    private final Clock clock;

    CancelDelivery(EntityManager deliveries, LinkFates links, Clock clock) {
        this.deliveries = deliveries;
        this.links = links;
        this.clock = clock;
    }

    @Transactional
    public void handle(UUID linkId) {
        var now = clock.instant();
        links.cancel(linkId, now);
        deliveries
                .createQuery("from Delivery where linkId = :link and state = :queued", Delivery.class)
                .setParameter("link", linkId)
                .setParameter("queued", DeliveryState.QUEUED)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .forEach(delivery -> delivery.cancel(now));
    }
}
