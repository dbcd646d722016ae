package io.dovetail.notifications.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;

/**
 * Which links were cancelled, whatever comes first, the cancellation or the mail; of two at the same time, the second
 * waits for the first's end.
 */
@ApplicationScoped
class LinkFates {
    private static final String IS_CANCELLED = """
            insert into link_fate (link_id, cancelled, heard_at) values (:link, false, :now)
            on conflict (link_id) do update set heard_at = excluded.heard_at returning cancelled""";
    private static final String CANCEL = """
            insert into link_fate (link_id, cancelled, heard_at) values (:link, true, :now)
            on conflict (link_id) do update set cancelled = true, heard_at = excluded.heard_at""";

    private final EntityManager fates;

    LinkFates(EntityManager fates) {
        this.fates = fates;
    }

    boolean isCancelled(UUID linkId, Instant now) {
        return (boolean) fates.createNativeQuery(IS_CANCELLED, Boolean.class)
                .setParameter("link", linkId)
                .setParameter("now", now)
                .getSingleResult();
    }

    void cancel(UUID linkId, Instant now) {
        fates.createNativeQuery(CANCEL)
                .setParameter("link", linkId)
                .setParameter("now", now)
                .executeUpdate();
    }
}
