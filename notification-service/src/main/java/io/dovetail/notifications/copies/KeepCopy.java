package io.dovetail.notifications.copies;

import io.dovetail.kit.copies.Copies;
import io.dovetail.kit.copies.Forgotten;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Keeps the newest known state of companies and users. */
@ApplicationScoped
class KeepCopy {
    private final Copies copies;
    private final Forgotten forgotten;

    KeepCopy(Copies copies, Forgotten forgotten) {
        this.copies = copies;
        this.forgotten = forgotten;
    }

    @Transactional
    void handle(UserChanged user) {
        if (forgotten.includes(user.companyId(), user.userId())) {
            return;
        }
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
        if (forgotten.includes(company.companyId(), company.companyId())) {
            return;
        }
        copies.keepNewest(
                "company_copy",
                Map.of("company_id", company.companyId()),
                company.revision(),
                Map.of("name", company.name(), "suspended", company.isSuspended()));
    }
}
