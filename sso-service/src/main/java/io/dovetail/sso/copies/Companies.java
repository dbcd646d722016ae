package io.dovetail.sso.copies;

import io.dovetail.kit.copies.Copies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is known here of companies: above all, whether they are entitled to single sign-on. */
@ApplicationScoped
public class Companies {
    private final EntityManager database;
    private final Copies copies;

    Companies(EntityManager database, Copies copies) {
        this.database = database;
        this.copies = copies;
    }

    void keep(CompanyChanged company) {
        copies.keepNewest(
                "company_copy",
                Map.of("company_id", company.companyId()),
                company.revision(),
                Map.of(
                        "name", company.name(),
                        "status", company.status(),
                        "single_sign_on", company.singleSignOn()));
    }

    /** @throws io.dovetail.kit.problem.ProblemException company-not-known-yet or single-sign-on-not-allowed */
    public void requireAllowed(UUID companyId) {
        if (!"ALLOWED".equals(requireSingleSignOn(companyId))) {
            throw CompanyProblems.notAllowed().exception();
        }
    }

    /** @throws io.dovetail.kit.problem.ProblemException company-not-known-yet */
    public void requireKnown(UUID companyId) {
        requireSingleSignOn(companyId);
    }

    private Object requireSingleSignOn(UUID companyId) {
        List<?> found = database.createNativeQuery("select single_sign_on from company_copy where company_id = ?")
                .setParameter(1, companyId)
                .getResultList();
        if (found.isEmpty()) {
            throw CompanyProblems.notKnownYet().exception();
        }
        return found.get(0);
    }

    /** Whether sign-ins of the company may start: known, entitled and not suspended. */
    public boolean maySignIn(UUID companyId) {
        return !database.createNativeQuery(
                        "select 1 from company_copy where company_id = ? and single_sign_on = 'ALLOWED' and status = 'ACTIVE'")
                .setParameter(1, companyId)
                .getResultList()
                .isEmpty();
    }
}
