package io.dovetail.sso.copies;

import io.dovetail.kit.copies.Copies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is known here of users: who may come in by a recovery code. */
@ApplicationScoped
public class Users {
    private final EntityManager database;
    private final Copies copies;
    private final Companies companies;

    Users(EntityManager database, Copies copies, Companies companies) {
        this.database = database;
        this.copies = copies;
        this.companies = companies;
    }

    void keep(UserChanged user) {
        if (companies.isRemoved(user.companyId())) {
            return;
        }
        copies.keepNewest(
                "user_copy",
                Map.of("user_id", user.userId()),
                user.revision(),
                Map.of(
                        "company_id", user.companyId(),
                        "email", user.email(),
                        "role", user.role(),
                        "status", user.status()));
    }

    /** The active administrator with this address, in any case of its letters. */
    public Optional<UUID> findAdministrator(UUID companyId, String email) {
        List<?> found = database.createNativeQuery(
                        "select user_id from user_copy where company_id = ? and lower(email) = lower(?)"
                                + " and role = 'ADMIN' and status = 'ACTIVE'",
                        UUID.class)
                .setParameter(1, companyId)
                .setParameter(2, email)
                .getResultList();
        return found.stream().map(UUID.class::cast).findFirst();
    }
}
