package io.dovetail.users.password;

import io.dovetail.kit.event.Event;
import io.dovetail.kit.identity.PublicUrl;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.users.company.Companies;
import io.dovetail.users.company.CompanyProfile;
import io.dovetail.users.user.UserProfile;
import io.dovetail.users.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/**
 * Has whoever had come in before mailed that they have a new password, in the transaction that creates it (security.md
 * J11). A person's very first password is no news to them.
 */
@ApplicationScoped
class TellPasswordChanged {
    private final Users users;
    private final Companies companies;
    private final PublicUrl publicUrl;
    private final Outbox outbox;
    private final Clock clock;

    TellPasswordChanged(Users users, Companies companies, PublicUrl publicUrl, Outbox outbox, Clock clock) {
        this.users = users;
        this.companies = companies;
        this.publicUrl = publicUrl;
        this.outbox = outbox;
        this.clock = clock;
    }

    void handle(@Observes PasswordCreated created) {
        if (!created.isFirst()) {
            var company = companies.find(created.companyId()).orElseThrow();
            var user = users.find(created.userId()).orElseThrow();
            outbox.append(changed(created, company, user));
        }
    }

    private Event changed(PasswordCreated created, CompanyProfile company, UserProfile user) {
        var now = clock.instant();
        var data = new PasswordChanged(
                user.companyId(),
                company.name(),
                user.id(),
                user.email(),
                user.firstName(),
                now,
                publicUrl.resolve("/sign-in"));
        return Event.of(
                "dovetail.users", "password-changed", user.id().toString(), user.companyId(), created.by(), now, data);
    }
}
