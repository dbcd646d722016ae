package io.dovetail.users.copies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Forgets what was copied about the bindings of whoever is removed. */
@ApplicationScoped
public class ForgetBindings {
    private final EntityManager entities;

    ForgetBindings(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void ofUser(UUID user) {
        entities.createNativeQuery("delete from binding_copy where user_id = :user")
                .setParameter("user", user)
                .executeUpdate();
    }
}
