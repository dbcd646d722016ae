package io.dovetail.sso.removal;

import io.dovetail.kit.removal.Forgetting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Deletes a removed company's connection with all that came in by it, and of an erased user what names them. */
@ApplicationScoped
class ForgetConnection implements Forgetting {
    private static final List<String> OF_COMPANY = List.of(
            "connection",
            "connection_version",
            "saved_metadata",
            "trusted_key",
            "metadata_refresh",
            "metadata_fetch",
            "certificate_warning",
            "sp_key",
            "pending_sign_in",
            "accepted_answer",
            "used_assertion",
            "sign_in_record",
            "verification",
            "recovery_code",
            "recovery_try",
            "company_copy",
            "user_copy",
            "binding_copy");

    private static final List<String> OF_USER = List.of(
            "delete from verification where company_id = ? and started_by = ?",
            // Answers that came in a moment ago hold the identity and the names, taken or not
            "delete from accepted_answer a using pending_sign_in p where p.company_id = ? and p.bind_user_id = ?"
                    + " and a.request_id = p.request_id",
            "delete from accepted_answer a using binding_copy b where b.company_id = ? and b.user_id = ?"
                    + " and a.company_id = b.company_id and a.saml_id = b.saml_id",
            "delete from pending_sign_in where company_id = ? and bind_user_id = ?",
            // Another administrator's verification may have brought this person back
            "update verification v set saml_id = null, first_name = null, last_name = null, email = null"
                    + " from binding_copy b where b.company_id = ? and b.user_id = ? and v.company_id = b.company_id"
                    + " and v.saml_id = b.saml_id",
            // What was told of their sign-ins has their identity for a key, and holds their names
            "delete from outbox o using binding_copy b where b.company_id = ? and b.user_id = ?"
                    + " and o.company_id = b.company_id and o.key = b.company_id || ':' || b.saml_id",
            "delete from binding_copy where company_id = ? and user_id = ?",
            "delete from user_copy where company_id = ? and user_id = ?");

    private final EntityManager database;

    ForgetConnection(EntityManager database) {
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
        for (var deletion : OF_USER) {
            database.createNativeQuery(deletion)
                    .setParameter(1, companyId)
                    .setParameter(2, userId)
                    .executeUpdate();
        }
    }
}
