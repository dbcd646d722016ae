package io.dovetail.notifications.delivery;

import io.dovetail.notifications.mail.MailKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Cancels the mail of a dead link unless it is out; one that is asked for only later is not sent either. Cancels a
 * company's waiting mails of a kind as well.
 */
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
        cancel(waiting("linkId = :link").setParameter("link", linkId), now);
    }

    @Transactional
    public void handle(UUID companyId, MailKind kind) {
        var ofKind = waiting("companyId = :company and kind = :kind")
                .setParameter("company", companyId)
                .setParameter("kind", kind);
        cancel(ofKind, clock.instant());
    }

    private TypedQuery<Delivery> waiting(String which) {
        return deliveries
                .createQuery("from Delivery where state = :queued and " + which, Delivery.class)
                .setParameter("queued", DeliveryState.QUEUED)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE);
    }

    private static void cancel(TypedQuery<Delivery> waiting, Instant now) {
        waiting.getResultList().forEach(delivery -> delivery.cancel(now));
    }
}
