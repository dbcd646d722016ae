package io.dovetail.bindings.link;

import io.dovetail.bindings.copies.ConnectionHeardOf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;

/**
 * Makes links that were sent for an Enable which was undone good for the next one (decision 0024). The event's own
 * transaction does it, which holds the connection: a job that does so would be ended by the next Enable half-way.
 */
@ApplicationScoped
class CarryOverLinks {
    /** However many there are, none is read. */
    private static final String CARRY_OVER = """
            update binding_link set switch_over = :next
            where company_id = :company and before_enable and used_at is null and ended_at is null
                and switch_over > :settled and switch_over < :next""";

    private final EntityManager links;

    CarryOverLinks(EntityManager links) {
        this.links = links;
    }

    /** Enable is heard of too: no word may ever come of the undo before it. */
    void onConnection(@Observes ConnectionHeardOf heard) {
        var connection = heard.now();
        if (heard.before().switchOver() != connection.switchOver()) {
            links.createNativeQuery(CARRY_OVER)
                    .setParameter("next", connection.isOn() ? connection.switchOver() : connection.switchOver() + 1)
                    .setParameter("company", connection.companyId())
                    .setParameter("settled", connection.settledSwitchOver())
                    .executeUpdate();
        }
    }
}
