package io.dovetail.users.company;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Changes whether a company's people may work; the company stays locked until the transaction ends. */
@ApplicationScoped
public class ChangeStatus {
    private final Companies companies;
    private final Outbox outbox;
    private final Clock clock;

    ChangeStatus(Companies companies, Outbox outbox, Clock clock) {
        this.companies = companies;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Which company, and what it becomes. */
    public record Command(UUID company, CompanyStatus status, Actor actor) {}

    /**
     * Changes it, unless it is so already.
     *
     * @return whether anything changed
     * @throws io.dovetail.kit.problem.ProblemException company-unknown
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean handle(Command command) {
        var company = companies
                .findForChange(command.company())
                .orElseThrow(() -> CompanyProblems.unknown().exception());
        var changes = company.become(command.status());
        if (changes) {
            outbox.append(company.changed(command.actor(), clock.instant()));
        }
        return changes;
    }
}
