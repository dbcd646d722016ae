package io.dovetail.notifications.removal;

import io.dovetail.kit.copies.Forgotten;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.notifications.copies.KnownPeople;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Forgets an erased user but for the id: their mails, waiting ones too, and their name in the mails of others. */
@ApplicationScoped
class ForgetUser {
    private final Forgotten forgotten;
    private final KnownPeople people;
    private final EntityManager database;
    private final Outbox outbox;

    ForgetUser(Forgotten forgotten, KnownPeople people, EntityManager database, Outbox outbox) {
        this.forgotten = forgotten;
        this.people = people;
        this.database = database;
        this.outbox = outbox;
    }

    record Command(UUID companyId, UUID userId) {}

    @Transactional
    void handle(Command command) {
        forgotten.add(command.userId());
        people.findName(command.companyId(), command.userId())
                .ifPresent(name ->
                        execute("update delivery set who = null where company_id = ? and who = ?", command, name));
        execute("delete from user_copy where company_id = ? and user_id = ?", command, command.userId());
        execute("delete from delivery where company_id = ? and user_id = ?", command, command.userId());
        outbox.forget(command.companyId(), command.userId());
    }

    private void execute(String statement, Command command, Object about) {
        database.createNativeQuery(statement)
                .setParameter(1, command.companyId())
                .setParameter(2, about)
                .executeUpdate();
    }
}
