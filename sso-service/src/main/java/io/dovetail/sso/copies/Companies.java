package io.dovetail.sso.copies;

import io.dovetail.kit.copies.Copies;
import io.dovetail.kit.copies.Forgotten;
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
    private final Forgotten forgotten;

    Companies(EntityManager database, Copies copies, Forgotten forgotten) {
        this.database = database;
        this.copies = copies;
        this.forgotten = forgotten;
    }

    void keep(CompanyChanged company) {
        if (isRemoved(company.companyId())) {
            return;
        }
        copies.keepNewest(
                "company_copy",
                Map.of("company_id", company.companyId()),
                company.revision(),
                Map.of(
                        "name", company.name(),
                        "status", company.status(),
                        "single_sign_on", company.singleSignOn()));
    }

    /**
     * Until the transaction ends the company is not removed.
     *
     * @throws io.dovetail.kit.problem.ProblemException company-not-known-yet if it is
     */
    public void requireToStay(UUID companyId) {
        if (isRemoved(companyId)) {
            throw CompanyProblems.notKnownYet().exception();
        }
    }

    /** If not, it is not until the transaction ends: to be asked before anything else of it is locked. */
    public boolean isRemoved(UUID companyId) {
        return forgotten.includes(companyId, companyId);
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
        return has("single_sign_on = 'ALLOWED' and status = 'ACTIVE'", companyId);
    }

    /** Whether the company is known and not suspended, entitled or not. */
    public boolean isActive(UUID companyId) {
        return has("status = 'ACTIVE'", companyId);
    }

    /** Whether a newer state of the company than this revision came already. */
    public boolean isNewerThan(UUID companyId, long revision) {
        return has("revision > " + revision, companyId);
    }

    private boolean has(String condition, UUID companyId) {
        return !database.createNativeQuery("select 1 from company_copy where company_id = ? and " + condition)
                .setParameter(1, companyId)
                .getResultList()
                .isEmpty();
    }
}
