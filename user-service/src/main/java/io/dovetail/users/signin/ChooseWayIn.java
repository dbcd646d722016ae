package io.dovetail.users.signin;

import io.dovetail.users.company.Companies;
import io.dovetail.users.company.CompanyProfile;
import io.dovetail.users.copies.KnownConnections;
import io.dovetail.users.user.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Tells by the address's domain alone, never by users, where someone signs in (security.md J8). */
@ApplicationScoped
class ChooseWayIn {
    private final Companies companies;
    private final KnownConnections connections;

    ChooseWayIn(Companies companies, KnownConnections connections) {
        this.companies = companies;
        this.connections = connections;
    }

    /** Who wants to sign in. */
    record Query(EmailAddress address) {}

    @Transactional
    WayIn handle(Query query) {
        return companies
                .findByDomain(query.address().domain())
                .map(CompanyProfile::companyId)
                .flatMap(connections::find)
                .filter(connection -> connection.state().isOn())
                .map(connection -> WayIn.singleSignOn(connection.companyId()))
                .orElse(WayIn.password());
    }
}
