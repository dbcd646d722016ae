package io.dovetail.sso.signin;

import io.dovetail.sso.copies.Companies;
import io.dovetail.sso.saml.response.Reason;
import io.dovetail.sso.saml.response.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Refuses a form that is not one SAMLResponse and at most one RelayState (security.md F17). */
@ApplicationScoped
class RefuseParameters {
    private final Companies companies;
    private final SignIns signIns;

    RefuseParameters(Companies companies, SignIns signIns) {
        this.companies = companies;
        this.signIns = signIns;
    }

    /**
     * @return the word code
     * @throws io.dovetail.kit.problem.ProblemException company-not-known-yet
     */
    @Transactional
    String handle(UUID companyId) {
        companies.requireKnown(companyId);
        var refusal = new Refusal(
                Reason.PARAMETERS_INVALID, "one SAMLResponse", "another set of parameters", Optional.empty());
        return signIns.refuse(companyId, Optional.empty(), Optional.empty(), refusal)
                .wordCode();
    }
}
