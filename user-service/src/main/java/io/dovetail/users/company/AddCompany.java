package io.dovetail.users.company;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Adds a company, whose domains nobody else may have. */
@ApplicationScoped
public class AddCompany {
    private final Companies companies;
    private final Outbox outbox;
    private final Clock clock;

    AddCompany(Companies companies, Outbox outbox, Clock clock) {
        this.companies = companies;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param firstAdministrator the id of the user who is added next */
    public record Command(
            String name, List<DomainName> domains, SingleSignOn singleSignOn, UUID firstAdministrator, Actor actor) {}

    @Transactional
    public CompanyProfile handle(Command command) {
        var now = clock.instant();
        var company = new Company(
                UUID.randomUUID(),
                command.name(),
                command.singleSignOn(),
                command.domains(),
                command.firstAdministrator(),
                now);
        companies.requireFree(command.domains(), company.id());
        companies.add(company);
        outbox.append(company.changed(command.actor(), now));
        return company.profile();
    }
}
