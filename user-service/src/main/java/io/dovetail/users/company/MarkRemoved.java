package io.dovetail.users.company;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Makes a company gone for everybody and tells all services so; its domains are free at once. */
@ApplicationScoped
public class MarkRemoved {
    private final Companies companies;
    private final Outbox outbox;
    private final Clock clock;

    MarkRemoved(Companies companies, Outbox outbox, Clock clock) {
        this.companies = companies;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Which company, and who removes it. */
    public record Command(UUID company, Actor actor) {}

    /** @throws io.dovetail.kit.problem.ProblemException company-unknown */
    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(Command command) {
        var company = companies
                .findForChange(command.company())
                .orElseThrow(() -> CompanyProblems.unknown().exception());
        outbox.append(company.remove(command.actor(), clock.instant()));
    }
}
