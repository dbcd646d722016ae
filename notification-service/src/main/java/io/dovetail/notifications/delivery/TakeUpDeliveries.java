package io.dovetail.notifications.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/** Takes up due deliveries for one sender; several senders, in one process or many, never get the same one. */
@ApplicationScoped
public class TakeUpDeliveries {
    private static final String DUE = """
            select * from delivery where state = 'QUEUED' and next_try_at <= :now
            order by next_try_at limit :most for update skip locked""";

    private final Session deliveries;

    TakeUpDeliveries(Session deliveries) {
        this.deliveries = deliveries;
    }

    /** @param lease for how long they are the sender's; it should have settled them by then */
    public record Command(int most, Duration lease, Instant now) {}

    @Transactional
    public List<DueDelivery> handle(Command command) {
        return deliveries
                .createNativeQuery(DUE, Delivery.class)
                .setParameter("now", command.now())
                .setParameter("most", command.most())
                .getResultStream()
                .map(delivery -> delivery.takeUp(command.now(), command.lease()))
                .toList();
    }
}
