package io.dovetail.sso.enabling;

import io.dovetail.kit.event.Actor;
import io.dovetail.sso.connection.SwitchOvers;
import io.dovetail.sso.connection.TrialTime;
import io.dovetail.sso.copies.Companies;
import io.dovetail.sso.recovery.RecoveryCodes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Enables single sign-on once a real sign-in proved that it works, and that the administrator can come in by it. */
@ApplicationScoped
class EnableConnection {
    private final Companies companies;
    private final RequireReady requireReady;
    private final SwitchOvers switchOvers;
    private final RecoveryCodes recoveryCodes;

    EnableConnection(
            Companies companies, RequireReady requireReady, SwitchOvers switchOvers, RecoveryCodes recoveryCodes) {
        this.companies = companies;
        this.requireReady = requireReady;
        this.switchOvers = switchOvers;
        this.recoveryCodes = recoveryCodes;
    }

    record Command(UUID companyId, Actor administrator, UUID sessionId, TrialTime trial) {}

    /** @return eight recovery codes, shown this once */
    @Transactional
    List<String> handle(Command command) {
        companies.requireAllowed(command.companyId());
        var version = requireReady.version(
                command.companyId(), command.administrator().userId());
        switchOvers.enable(command.companyId(), version, command.trial(), command.administrator(), command.sessionId());
        return recoveryCodes.replace(command.companyId());
    }
}
