package io.dovetail.notifications.removal;

import io.dovetail.kit.copies.Forgotten;
import io.dovetail.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Forgets all of a removed company but its id; mails that wait do not go out. */
@ApplicationScoped
class ForgetCompany {
    private static final List<String> TABLES = List.of("company_copy", "user_copy", "delivery", "mail_allowance");

    private final Forgotten forgotten;
    private final EntityManager database;
    private final Outbox outbox;

    ForgetCompany(Forgotten forgotten, EntityManager database, Outbox outbox) {
        this.forgotten = forgotten;
        this.database = database;
        this.outbox = outbox;
    }

    @Transactional
    void handle(UUID companyId) {
        forgotten.add(companyId);
        for (var table : TABLES) {
            database.createNativeQuery("delete from " + table + " where company_id = ?")
                    .setParameter(1, companyId)
                    .executeUpdate();
        }
        outbox.forget(companyId);
    }
}
