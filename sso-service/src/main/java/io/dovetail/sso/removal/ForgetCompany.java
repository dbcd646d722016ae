package io.dovetail.sso.removal;

import io.dovetail.sso.copies.Companies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Forgets all of a removed company; that it is removed is remembered, so that late events bring nothing back. */
@ApplicationScoped
class ForgetCompany {
    private static final List<String> TABLES = List.of(
            "connection",
            "connection_version",
            "trusted_key",
            "pending_sign_in",
            "accepted_answer",
            "used_assertion",
            "sign_in_record",
            "verification",
            "recovery_code",
            "recovery_try",
            "user_copy",
            "binding_copy",
            "outbox");

    private final Companies companies;
    private final EntityManager database;

    ForgetCompany(Companies companies, EntityManager database) {
        this.companies = companies;
        this.database = database;
    }

    @Transactional
    void handle(UUID companyId) {
        companies.remove(companyId);
        for (var table : TABLES) {
            database.createNativeQuery("delete from " + table + " where company_id = ?")
                    .setParameter(1, companyId)
                    .executeUpdate();
        }
    }
}
