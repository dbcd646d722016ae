package io.dovetail.users.company;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Changes what the operator decides about a company. */
@ApplicationScoped
class ChangeCompany {
    private final Companies companies;
    private final Outbox outbox;
    private final Clock clock;

    ChangeCompany(Companies companies, Outbox outbox, Clock clock) {
        this.companies = companies;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What is empty stays as it is. */
    record Command(
            UUID company,
            Optional<String> name,
            Optional<List<DomainName>> domains,
            Optional<SingleSignOn> singleSignOn) {}

    @Transactional
    CompanyProfile handle(Command command) {
        var company = companies
                .findForChange(command.company())
                .orElseThrow(() -> CompanyProblems.unknown().exception());
        command.domains().ifPresent(domains -> companies.requireFree(domains, company.id()));
        if (company.change(command)) {
            outbox.append(company.changed(Actor.operator(), clock.instant()));
        }
        return company.profile();
    }
}
