package io.dovetail.bindings.copies;

import io.dovetail.kit.copies.Copies;
import io.dovetail.kit.copies.Forgotten;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Keeps the newest known state of a company. */
@ApplicationScoped
class KeepCompany {
    private final Copies copies;
    private final Forgotten forgotten;
    private final KnownConnections connections;
    private final KnownCompanies companies;
    private final Event<CompanyHeardOf> heardOf;

    KeepCompany(
            Copies copies,
            Forgotten forgotten,
            KnownConnections connections,
            KnownCompanies companies,
            Event<CompanyHeardOf> heardOf) {
        this.copies = copies;
        this.forgotten = forgotten;
        this.connections = connections;
        this.companies = companies;
        this.heardOf = heardOf;
    }

    /** Whoever issues links holds the connection: a resumed company's people are looked at after the last of them. */
    @Transactional
    void handle(CompanyChanged company) {
        var id = company.companyId();
        if (forgotten.includes(id, id)) {
            return;
        }
        connections.holdForChange(id);
        var before = companies.find(id);
        var isNews = copies.keepNewest(
                "company_copy",
                Map.of("company_id", id),
                company.revision(),
                Map.of("name", company.name(), "status", company.status()));
        if (isNews) {
            heardOf.fire(new CompanyHeardOf(id, before, companies.find(id)));
        }
    }
}
