package io.dovetail.bindings.copies;

import io.dovetail.kit.copies.Copies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Keeps the newest known state of a user. */
@ApplicationScoped
class KeepUser {
    private final Copies copies;

    KeepUser(Copies copies) {
        this.copies = copies;
    }

    @Transactional
    void handle(UserChanged user) {
        copies.keepNewest(
                "user_copy",
                Map.of("user_id", user.userId()),
                user.revision(),
                Map.of(
                        "company_id", user.companyId(),
                        "email", user.email(),
                        "first_name", user.firstName(),
                        "last_name", user.lastName(),
                        "role", user.role(),
                        "status", user.status()));
    }
}
