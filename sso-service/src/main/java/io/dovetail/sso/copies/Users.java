package io.dovetail.sso.copies;

import io.dovetail.kit.copies.Copies;
import io.dovetail.kit.copies.Forgotten;
import io.dovetail.kit.problem.CommonProblems;
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
    private final Forgotten forgotten;

    Users(EntityManager database, Copies copies, Forgotten forgotten) {
        this.database = database;
        this.copies = copies;
        this.forgotten = forgotten;
    }

    void keep(UserChanged user) {
        if (isErased(user.companyId(), user.userId())) {
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

    /**
     * Until the transaction ends neither the user is erased nor the company removed.
     *
     * @throws io.dovetail.kit.problem.ProblemException not-found if one is
     */
    public void requireToStay(UUID companyId, UUID userId) {
        if (isErased(companyId, userId)) {
            throw CommonProblems.notFound().exception();
        }
    }

    private boolean isErased(UUID companyId, UUID userId) {
        return forgotten.includes(companyId, userId);
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
