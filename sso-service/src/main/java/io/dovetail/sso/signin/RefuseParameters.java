package io.dovetail.sso.signin;

import io.dovetail.sso.copies.Companies;
import io.dovetail.sso.saml.response.Reason;
import io.dovetail.sso.saml.response.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Refuses what came to the ACS, and is no form of one SAMLResponse and at most one RelayState (security.md F17). */
@ApplicationScoped
class RefuseParameters {
    private final Companies companies;
    private final SignIns signIns;

    RefuseParameters(Companies companies, SignIns signIns) {
        this.companies = companies;
        this.signIns = signIns;
    }

    record Command(UUID companyId, String expected, String received) {}

    /**
     * @return the word code
     * @throws io.dovetail.kit.problem.ProblemException company-not-known-yet
     */
    @Transactional
    String handle(Command command) {
        companies.requireToStay(command.companyId());
        companies.requireKnown(command.companyId());
        var refusal = new Refusal(Reason.PARAMETERS_INVALID, command.expected(), command.received(), Optional.empty());
        return signIns.refuse(command.companyId(), Optional.empty(), Optional.empty(), refusal)
                .wordCode();
    }
}
