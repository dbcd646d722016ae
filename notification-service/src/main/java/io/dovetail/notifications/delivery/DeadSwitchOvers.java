package io.dovetail.notifications.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/**
 * Up to which switch-over a company's links are dead, because single sign-on went off by it, whatever comes first, that
 * or the mail; of two at the same time, the second waits for the first's end.
 */
@ApplicationScoped
class DeadSwitchOvers {
    private static final String HOLD =
            "insert into dead_switch_over (company_id, switch_over) values (:company, 0) on conflict do nothing";
    private static final String READ = "select switch_over from dead_switch_over where company_id = :company for share";
    private static final String ADD = """
            insert into dead_switch_over as dead (company_id, switch_over) values (:company, :switchOver)
            on conflict (company_id) do update set switch_over = excluded.switch_over
                where dead.switch_over < excluded.switch_over""";

    private final EntityManager database;

    DeadSwitchOvers(EntityManager database) {
        this.database = database;
    }

    /** Stays true or false until the transaction ends. */
    boolean includes(UUID company, long switchOver) {
        database.createNativeQuery(HOLD).setParameter("company", company).executeUpdate();
        var dead = (Number) database.createNativeQuery(READ, Long.class)
                .setParameter("company", company)
                .getSingleResult();
        return switchOver <= dead.longValue();
    }

    /** @return whether that is news */
    boolean add(UUID company, long switchOver) {
        return database.createNativeQuery(ADD)
                        .setParameter("company", company)
                        .setParameter("switchOver", switchOver)
                        .executeUpdate()
                == 1;
    }
}
