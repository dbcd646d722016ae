package io.dovetail.notifications.removal;

import io.dovetail.kit.removal.Forgetting;
import io.dovetail.notifications.copies.KnownPeople;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Deletes the mails of who was removed, waiting ones too, and an erased user's name in the mails of others. */
@ApplicationScoped
class ForgetMails implements Forgetting {
    private static final List<String> OF_COMPANY = List.of(
            "company_copy", "user_copy", "delivery", "mail_allowance", "sending_job", "switch_off", "dead_switch_over");

    private final KnownPeople people;
    private final EntityManager database;

    ForgetMails(KnownPeople people, EntityManager database) {
        this.people = people;
        this.database = database;
    }

    @Override
    public void company(UUID companyId) {
        for (var table : OF_COMPANY) {
            database.createNativeQuery("delete from " + table + " where company_id = ?")
                    .setParameter(1, companyId)
                    .executeUpdate();
        }
    }

    @Override
    public void user(UUID companyId, UUID userId) {
        people.findName(companyId, userId)
                .ifPresent(name ->
                        execute("update delivery set who = null where company_id = ? and who = ?", companyId, name));
        execute("delete from user_copy where company_id = ? and user_id = ?", companyId, userId);
        execute("delete from delivery where company_id = ? and user_id = ?", companyId, userId);
    }

    private void execute(String statement, UUID companyId, Object about) {
        database.createNativeQuery(statement)
                .setParameter(1, companyId)
                .setParameter(2, about)
                .executeUpdate();
    }
}
