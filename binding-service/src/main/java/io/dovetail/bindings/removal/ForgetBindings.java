package io.dovetail.bindings.removal;

import io.dovetail.bindings.copies.KnownConnections;
import io.dovetail.kit.removal.Forgetting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Deletes bindings, links, refusals and copies of who was removed, and a removed company's jobs. */
@ApplicationScoped
class ForgetBindings implements Forgetting {
    private static final List<String> OF_COMPANY = List.of(
            "job",
            "user_copy",
            "binding_link",
            "waiting_request",
            "passed_on",
            "refusal",
            "binding",
            "company_copy",
            "connection_copy");

    /** Jobs first, as by who carries one on; then the copy: whoever is changing the user's links holds its row. */
    private static final List<String> OF_USER = List.of(
            "update job set last_user = '00000000-0000-0000-0000-000000000000'"
                    + " where company_id = ? and last_user = ? and state = 'DONE'",
            "update job set actor_type = 'system', actor_id = null where company_id = ? and actor_id = cast(? as text)",
            "delete from user_copy where company_id = ? and user_id = ?",
            "delete from binding_link where company_id = ? and user_id = ?",
            "delete from waiting_request where company_id = ? and user_id = ?",
            "delete from passed_on where company_id = ? and user_id = ?",
            "delete from refusal where company_id = ? and user_id = ?",
            "delete from binding where company_id = ? and user_id = ?");

    private final KnownConnections connections;
    private final EntityManager database;

    ForgetBindings(KnownConnections connections, EntityManager database) {
        this.connections = connections;
        this.database = database;
    }

    @Override
    public void company(UUID companyId) {
        connections.holdForChange(companyId);
        for (var table : OF_COMPANY) {
            database.createNativeQuery("delete from " + table + " where company_id = ?")
                    .setParameter(1, companyId)
                    .executeUpdate();
        }
    }

    @Override
    public void user(UUID companyId, UUID userId) {
        for (var deletion : OF_USER) {
            database.createNativeQuery(deletion)
                    .setParameter(1, companyId)
                    .setParameter(2, userId)
                    .executeUpdate();
        }
    }
}
