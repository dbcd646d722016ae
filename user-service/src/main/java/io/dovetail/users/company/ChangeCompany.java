package io.dovetail.users.company;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.users.audit.Act;
import io.dovetail.users.audit.RecordAct;
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
    private final RecordAct recordAct;
    private final Outbox outbox;
    private final Clock clock;

    ChangeCompany(Companies companies, RecordAct recordAct, Outbox outbox, Clock clock) {
        this.companies = companies;
        this.recordAct = recordAct;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What is empty stays as it is. */
    record Command(
            UUID company,
            Optional<String> name,
            Optional<List<DomainName>> domains,
            Optional<SingleSignOn> singleSignOn,
            Actor actor) {}

    @Transactional
    CompanyProfile handle(Command command) {
        var company = companies
                .findForChange(command.company())
                .orElseThrow(() -> CompanyProblems.unknown().exception());
        command.domains().ifPresent(domains -> companies.requireFree(domains, company.id()));
        if (company.change(command)) {
            outbox.append(company.changed(command.actor(), clock.instant()));
            recordAct.handle(RecordAct.Command.ofCompany(company.id(), Act.COMPANY_CHANGED, command.actor()));
        }
        return company.profile();
    }
}
