package io.dovetail.users.company;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Lists the companies by name, page by page. */
@ApplicationScoped
class ListCompanies {
    private static final int PAGE_SIZE = 50;
    private final Companies companies;

    ListCompanies(Companies companies) {
        this.companies = companies;
    }

    /** @param next where the next page begins; null on the last one */
    @Schema(name = "CompanyPage")
    public record Page(List<CompanyProfile> items, @Nullable UUID next) {}

    /** @param cursor the company with which the page before ended */
    @Transactional
    Page handle(Optional<UUID> cursor) {
        var after = cursor.map(id -> companies
                .findCompany(id)
                .orElseThrow(() -> CompanyProblems.cursorUnknown().exception()));
        var found = companies.page(after.orElse(null), PAGE_SIZE + 1).stream()
                .map(Company::profile)
                .toList();
        if (found.size() <= PAGE_SIZE) {
            return new Page(found, null);
        }
        return new Page(found.subList(0, PAGE_SIZE), found.get(PAGE_SIZE - 1).companyId());
    }
}
