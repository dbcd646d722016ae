package io.dovetail.sso.enabling;

import io.dovetail.kit.event.Actor;
import io.dovetail.sso.connection.SwitchOvers;
import io.dovetail.sso.copies.Companies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Turns single sign-on off, entitled to it or not: nobody is to stay locked in. */
@ApplicationScoped
class DisableConnection {
    private final Companies companies;
    private final SwitchOvers switchOvers;

    DisableConnection(Companies companies, SwitchOvers switchOvers) {
        this.companies = companies;
        this.switchOvers = switchOvers;
    }

    /** @return whether this undid a trial that nobody had signed in through */
    @Transactional
    boolean handle(UUID companyId, Actor administrator) {
        companies.requireKnown(companyId);
        return switchOvers.disable(companyId, administrator);
    }
}
