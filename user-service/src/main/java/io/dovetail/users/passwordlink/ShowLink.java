package io.dovetail.users.passwordlink;

import io.dovetail.users.company.Companies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Shows whose password a link creates. */
@ApplicationScoped
class ShowLink {
    private final OpenLinks links;
    private final Companies companies;

    ShowLink(OpenLinks links, Companies companies) {
        this.links = links;
        this.companies = companies;
    }

    /** What the page shows. */
    public record OpenLink(String email, String companyName, Instant expiresAt) {}

    @Transactional
    OpenLink handle(String token) {
        var link = links.require(token, OpenLinks.Kind.PASSWORD);
        var company = companies.find(link.user().companyId()).orElseThrow();
        return new OpenLink(link.user().email(), company.name(), link.expiresAt());
    }
}
