package io.dovetail.notifications.delivery;

import io.dovetail.kit.copies.Forgotten;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Cancels the waiting mails whose links died because single sign-on went off, whether or not the service that issued
 * them is there to say so (docs/decisions/0034-mails-die-and-rest-by-what-is-heard-of-their-company.md).
 */
@ApplicationScoped
public class CancelSwitchOver {
    private static final Logger LOG = Logger.getLogger(CancelSwitchOver.class);

    /** However many there are, none is read. */
    private static final String CANCEL = """
            update delivery set state = 'CANCELLED', link = null, settled_at = :now
            where state = 'QUEUED' and company_id = :company and switch_over <= :switchOver""";

    private final Forgotten forgotten;
    private final DeadSwitchOvers switchOvers;
    private final EntityManager deliveries;
    private final Clock clock;

    CancelSwitchOver(Forgotten forgotten, DeadSwitchOvers switchOvers, EntityManager deliveries, Clock clock) {
        this.forgotten = forgotten;
        this.switchOvers = switchOvers;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** @param switchOver by which it went off, or a later one: links for this and earlier ones are dead */
    @Transactional
    public void handle(UUID company, long switchOver) {
        if (!forgotten.includes(company, company) && switchOvers.add(company, switchOver)) {
            var mails = deliveries
                    .createNativeQuery(CANCEL)
                    .setParameter("now", clock.instant())
                    .setParameter("company", company)
                    .setParameter("switchOver", switchOver)
                    .executeUpdate();
            LOG.infof("mails of dead links cancelled company=%s switchOver=%d mails=%d", company, switchOver, mails);
        }
    }
}
