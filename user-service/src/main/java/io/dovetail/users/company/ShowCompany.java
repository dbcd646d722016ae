package io.dovetail.users.company;

import io.dovetail.users.copies.KnownConnection;
import io.dovetail.users.copies.KnownConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Shows a company to its own people, with how far its single sign-on is. */
@ApplicationScoped
class ShowCompany {
    private final Companies companies;
    private final KnownConnections connections;

    ShowCompany(Companies companies, KnownConnections connections) {
        this.companies = companies;
        this.connections = connections;
    }

    /** @param singleSignOnState of the connection, as last heard */
    public record Overview(
            UUID companyId, String name, SingleSignOn singleSignOn, KnownConnection.State singleSignOnState) {}

    @Transactional
    Overview handle(UUID id) {
        var company =
                companies.find(id).orElseThrow(() -> CompanyProblems.unknown().exception());
        var state = connections.find(id).map(KnownConnection::state).orElse(KnownConnection.State.OFF);
        return new Overview(company.companyId(), company.name(), company.singleSignOn(), state);
    }
}
