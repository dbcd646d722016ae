package io.dovetail.users.invitation;

import io.dovetail.users.company.Companies;
import io.dovetail.users.passwordlink.OpenLinks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** Shows into which company a person is invited. */
@ApplicationScoped
class ShowInvitation {
    private final OpenLinks links;
    private final Companies companies;

    ShowInvitation(OpenLinks links, Companies companies) {
        this.links = links;
        this.companies = companies;
    }

    /** What the page shows. */
    public record OpenInvitation(UUID companyId, String companyName, String email, Instant expiresAt) {}

    @Transactional
    OpenInvitation handle(String token) {
        var link = links.require(token, OpenLinks.Kind.INVITATION);
        var company = companies.find(link.user().companyId()).orElseThrow();
        return new OpenInvitation(
                company.companyId(), company.name(), link.user().email(), link.expiresAt());
    }
}
