package io.dovetail.notifications.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Queues the mail that an event asks for; the senders hear of it once the transaction has committed. */
@ApplicationScoped
class QueueDelivery {
    private final EntityManager deliveries;
    private final Event<DeliveryQueued> queued;
    private final Clock clock;

    QueueDelivery(EntityManager deliveries, Event<DeliveryQueued> queued, Clock clock) {
        this.deliveries = deliveries;
        this.queued = queued;
        this.clock = clock;
    }

    record Command(UUID causeEventId, PasswordLinkIssued link) {}

    @Transactional
    void handle(Command command) {
        var delivery = new Delivery(command.causeEventId(), command.link(), clock.instant());
        deliveries.persist(delivery);
        queued.fire(new DeliveryQueued(delivery.id()));
    }
}
