package io.dovetail.users.passwordlink;

import io.dovetail.users.company.Companies;
import io.dovetail.users.company.CompanyProfile;
import io.dovetail.users.user.UserProfile;
import io.dovetail.users.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/** Shows whose password a link creates; looking never spends it (security.md J3). */
@ApplicationScoped
class ShowLink {
    private final PasswordLinks links;
    private final Users users;
    private final Companies companies;
    private final Clock clock;

    ShowLink(PasswordLinks links, Users users, Companies companies, Clock clock) {
        this.links = links;
        this.users = users;
        this.companies = companies;
        this.clock = clock;
    }

    /** What the page shows. */
    public record OpenLink(String email, String companyName, Instant expiresAt) {}

    @Transactional
    OpenLink handle(String token) {
        var link =
                links.find(token).orElseThrow(() -> LinkProblems.linkUnknown().exception());
        link.hindrance(clock.instant()).ifPresent(hindrance -> {
            throw hindrance.exception();
        });
        var user = users.find(link.userId())
                .filter(found -> !found.isDeactivated())
                .orElseThrow(() -> LinkProblems.linkUnknown().exception());
        return new OpenLink(user.email(), companyName(user), link.expiresAt());
    }

    private String companyName(UserProfile user) {
        return companies.find(user.companyId()).map(CompanyProfile::name).orElseThrow();
    }
}
