package io.dovetail.sso.enabling;

import io.dovetail.sso.connection.SwitchOvers;
import io.dovetail.sso.copies.Companies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * Turns single sign-on off for a company that is no longer entitled to it: its people get passwords, nobody is shut
 * out.
 */
@ApplicationScoped
class WithdrawSingleSignOn {
    private final Companies companies;
    private final SwitchOvers switchOvers;

    WithdrawSingleSignOn(Companies companies, SwitchOvers switchOvers) {
        this.companies = companies;
        this.switchOvers = switchOvers;
    }

    /** @param revision of the company's state that says so; a newer one may have given it back */
    @Transactional
    void handle(UUID companyId, long revision) {
        if (!companies.isNewerThan(companyId, revision)) {
            switchOvers.withdraw(companyId);
        }
    }
}
