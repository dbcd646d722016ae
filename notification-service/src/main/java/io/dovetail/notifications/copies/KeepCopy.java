package io.dovetail.notifications.copies;

import io.dovetail.kit.copies.Copies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Keeps the newest known state of companies and users. */
@ApplicationScoped
class KeepCopy {
    private final Copies copies;

    KeepCopy(Copies copies) {
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

    @Transactional
    void handle(CompanyChanged company) {
        copies.keepNewest(
                "company_copy",
                Map.of("company_id", company.companyId()),
                company.revision(),
                Map.of("name", company.name()));
    }
}
