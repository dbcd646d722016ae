package io.dovetail.bindings.removal;

import io.dovetail.kit.copies.Forgotten;
import io.dovetail.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Forgets an erased user but for the id: bindings, links, refusals, and what is still to be told of them. */
@ApplicationScoped
class ForgetUser {
    /** The copy first: whoever is changing the user's links holds its row. */
    private static final List<String> TABLES = List.of("user_copy", "binding_link", "refusal", "binding");

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
        for (var table : TABLES) {
            execute("delete from " + table + " where company_id = ? and user_id = ?", command);
        }
        execute(
                "update job set last_user = '00000000-0000-0000-0000-000000000000'"
                        + " where state = 'DONE' and company_id = ? and last_user = ?",
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
