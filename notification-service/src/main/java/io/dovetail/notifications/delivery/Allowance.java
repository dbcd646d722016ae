package io.dovetail.notifications.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A token bucket for each company and one for all, in the database, so that all replicas together keep to the rates; an
 * unlimited bucket costs nothing.
 *
 * <p>A bucket is the moment until which its mails are paid for (the virtual scheduling of GCRA, ITU-T I.371): a mail
 * may go when that moment is past, and moves it on.
 */
@ApplicationScoped
class Allowance {
    static final UUID ALL = new UUID(0, 0);

    private static final Duration MEMORY = Duration.ofSeconds(5);
    private static final String PAY = """
            insert into mail_allowance as bucket (company_id, paid_until) values (:bucket, :first)
            on conflict (company_id) do update
                set paid_until = greatest(bucket.paid_until, :earliest) + cast(:price as interval)
                where bucket.paid_until <= :now""";

    private final EntityManager buckets;
    private final RateConfig config;

    Allowance(EntityManager buckets, RateConfig config) {
        this.buckets = buckets;
        this.config = config;
    }

    boolean payForCompany(UUID companyId, Instant now) {
        return pay(companyId, config.perCompany(), now);
    }

    boolean payForAll(Instant now) {
        return pay(ALL, config.inAll(), now);
    }

    private boolean pay(UUID bucket, int perMinute, Instant now) {
        if (perMinute <= 0) {
            return true;
        }
        var price = Duration.ofMinutes(1).dividedBy(perMinute);
        var earliest = now.minus(MEMORY);
        return buckets.createNativeQuery(PAY)
                        .setParameter("bucket", bucket)
                        .setParameter("first", earliest.plus(price))
                        .setParameter("earliest", earliest)
                        .setParameter("price", price.toString())
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }
}
