package io.dovetail.sso.recovery;

import io.dovetail.kit.audit.TellOfActs;
import io.dovetail.kit.event.Actor;
import io.dovetail.sso.audit.Act;
import io.dovetail.sso.connection.ConnectionProblems;
import io.dovetail.sso.connection.Connections;
import io.dovetail.sso.connection.SingleSignOn;
import io.dovetail.sso.copies.Companies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Makes eight new codes, for instance because the answer to Enable got lost. */
@ApplicationScoped
class ReplaceRecoveryCodes {
    private final Companies companies;
    private final Connections connections;
    private final RecoveryCodes codes;
    private final TellOfActs tellOfActs;

    ReplaceRecoveryCodes(Companies companies, Connections connections, RecoveryCodes codes, TellOfActs tellOfActs) {
        this.companies = companies;
        this.connections = connections;
        this.codes = codes;
        this.tellOfActs = tellOfActs;
    }

    /** @throws io.dovetail.kit.problem.ProblemException not-enabled */
    @Transactional
    List<String> handle(UUID companyId, Actor administrator) {
        companies.requireToStay(companyId);
        if (connections
                .findCurrent(companyId)
                .filter(connection -> connection.state() != SingleSignOn.OFF)
                .isEmpty()) {
            throw ConnectionProblems.notEnabled().exception();
        }
        tellOfActs.handle(new TellOfActs.Command(companyId, administrator, Act.RECOVERY_CODES_REPLACED, null));
        return codes.replace(companyId);
    }
}
