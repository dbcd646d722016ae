package io.dovetail.sso.copies;

import io.dovetail.kit.copies.Copies;
import io.dovetail.kit.copies.Forgotten;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.UUID;

/**
 * What is known here of bindings: whether the administrator who enables is bound, and who a verification brought back.
 */
@ApplicationScoped
public class Bindings {
    private final EntityManager database;
    private final Copies copies;
    private final Forgotten forgotten;

    Bindings(EntityManager database, Copies copies, Forgotten forgotten) {
        this.database = database;
        this.copies = copies;
        this.forgotten = forgotten;
    }

    void keep(BindingChanged binding) {
        if (forgotten.includes(binding.companyId(), binding.userId())) {
            return;
        }
        copies.keepNewest(
                "binding_copy",
                Map.of("binding_id", binding.bindingId()),
                binding.revision(),
                Map.of(
                        "company_id", binding.companyId(),
                        "user_id", binding.userId(),
                        "source", binding.source(),
                        "saml_id", binding.samlId(),
                        "state", binding.state()));
    }

    /** Whether some account of the company is bound to this identity. */
    public boolean isBound(UUID companyId, UUID source, String samlId) {
        return !database.createNativeQuery("select 1 from binding_copy where company_id = ? and source = ?"
                        + " and saml_id = ? and state = 'BOUND'")
                .setParameter(1, companyId)
                .setParameter(2, source)
                .setParameter(3, samlId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    public boolean isBound(UUID userId, UUID source) {
        return !database.createNativeQuery(
                        "select 1 from binding_copy where user_id = ? and source = ? and state = 'BOUND'")
                .setParameter(1, userId)
                .setParameter(2, source)
                .getResultList()
                .isEmpty();
    }
}
