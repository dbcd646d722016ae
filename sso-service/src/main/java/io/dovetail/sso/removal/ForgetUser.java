package io.dovetail.sso.removal;

import io.dovetail.kit.copies.Forgotten;
import io.dovetail.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Forgets an erased user: address, identity, and what their verifications brought back. */
@ApplicationScoped
class ForgetUser {
    private final Forgotten forgotten;
    private final EntityManager database;
    private final Outbox outbox;

    ForgetUser(Forgotten forgotten, EntityManager database, Outbox outbox) {
        this.forgotten = forgotten;
        this.database = database;
        this.outbox = outbox;
    }

    record Command(UUID companyId, UUID userId) {}

    @Transactional
    void handle(Command command) {
        forgotten.add(command.userId());
        execute("delete from verification where company_id = ? and started_by = ?", command);
        execute("delete from pending_sign_in where company_id = ? and bind_user_id = ?", command);
        // What was told of their sign-ins has their identity for a key, and holds their names
        execute(
                "delete from outbox o using binding_copy b where b.company_id = ? and b.user_id = ?"
                        + " and o.company_id = b.company_id and o.key = b.company_id || ':' || b.saml_id",
                command);
        execute("delete from binding_copy where company_id = ? and user_id = ?", command);
        // The row stays without its address, newer than any late event
        execute(
                "update user_copy set email = '', status = 'ERASED', revision = 9223372036854775807"
                        + " where company_id = ? and user_id = ?",
                command);
        outbox.forget(command.companyId(), command.userId());
    }

    private void execute(String statement, Command command) {
        database.createNativeQuery(statement)
                .setParameter(1, command.companyId())
                .setParameter(2, command.userId())
                .executeUpdate();
    }
}
