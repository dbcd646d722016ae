package io.dovetail.sso.enabling;

import io.dovetail.kit.event.Actor;
import io.dovetail.sso.connection.SwitchOvers;
import io.dovetail.sso.copies.Companies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Makes the verified draft current while single sign-on is on, in one step. */
@ApplicationScoped
class ApplyDraft {
    private final Companies companies;
    private final RequireReady requireReady;
    private final SwitchOvers switchOvers;

    ApplyDraft(Companies companies, RequireReady requireReady, SwitchOvers switchOvers) {
        this.companies = companies;
        this.requireReady = requireReady;
        this.switchOvers = switchOvers;
    }

    @Transactional
    void handle(UUID companyId, Actor administrator) {
        companies.requireAllowed(companyId);
        var version = requireReady.version(companyId, administrator.userId());
        switchOvers.apply(companyId, version, administrator);
    }
}
