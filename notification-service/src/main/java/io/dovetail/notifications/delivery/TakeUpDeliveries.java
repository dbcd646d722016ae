package io.dovetail.notifications.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.hibernate.Session;

/**
 * Takes up due deliveries for one sender, as many as the rates allow; several senders, in one process or many, never
 * get the same one. Those of a suspended company rest until it goes on, or until they end.
 */
@ApplicationScoped
public class TakeUpDeliveries {
    private static final String DUE = """
            select * from delivery where state = 'QUEUED' and next_try_at <= :now
                and (ends_at <= :now or not exists (select 1 from company_copy company
                    where company.company_id = delivery.company_id and company.suspended))
                and not exists (select 1 from mail_allowance bucket
                    where bucket.company_id in (delivery.company_id, :all) and bucket.paid_until > :now)
            order by next_try_at limit :most for update skip locked""";

    private final Session deliveries;
    private final Allowance allowance;

    TakeUpDeliveries(Session deliveries, Allowance allowance) {
        this.deliveries = deliveries;
        this.allowance = allowance;
    }

    /** @param lease for how long they are the sender's; it should have settled them by then */
    public record Command(int most, Duration lease, Instant now) {}

    /**
     * The buckets are paid in one order by all senders, companies first, so that none waits for another in a circle.
     */
    @Transactional
    public List<DueDelivery> handle(Command command) {
        var now = command.now();
        var due = deliveries
                .createNativeQuery(DUE, Delivery.class)
                .setParameter("now", now)
                .setParameter("all", Allowance.ALL)
                .setParameter("most", command.most())
                .getResultList();
        return due.stream()
                .sorted(Comparator.comparing(Delivery::companyId))
                .filter(delivery -> allowance.payForCompany(delivery.companyId(), now))
                .toList()
                .stream()
                .filter(delivery -> allowance.payForAll(now))
                .map(delivery -> delivery.takeUp(now, command.lease()))
                .toList();
    }
}
