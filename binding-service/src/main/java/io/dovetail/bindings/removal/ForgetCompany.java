package io.dovetail.bindings.removal;

import io.dovetail.bindings.copies.KnownConnections;
import io.dovetail.kit.copies.Forgotten;
import io.dovetail.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Forgets all of a removed company but its id. */
@ApplicationScoped
class ForgetCompany {
    private static final List<String> TABLES =
            List.of("job", "user_copy", "binding_link", "refusal", "binding", "company_copy", "connection_copy");

    private final Forgotten forgotten;
    private final KnownConnections connections;
    private final EntityManager database;
    private final Outbox outbox;

    ForgetCompany(Forgotten forgotten, KnownConnections connections, EntityManager database, Outbox outbox) {
        this.forgotten = forgotten;
        this.connections = connections;
        this.database = database;
        this.outbox = outbox;
    }

    @Transactional
    void handle(UUID companyId) {
        forgotten.add(companyId);
        connections.holdForChange(companyId);
        for (var table : TABLES) {
            database.createNativeQuery("delete from " + table + " where company_id = ?")
                    .setParameter(1, companyId)
                    .executeUpdate();
        }
        outbox.forget(companyId);
    }
}
