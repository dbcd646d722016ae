package io.dovetail.sso.recovery;

import io.dovetail.sso.connection.ConnectionProblems;
import io.dovetail.sso.connection.Connections;
import io.dovetail.sso.connection.SingleSignOn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Makes eight new codes, for instance because the answer to Enable got lost. */
@ApplicationScoped
class ReplaceRecoveryCodes {
    private final Connections connections;
    private final RecoveryCodes codes;

    ReplaceRecoveryCodes(Connections connections, RecoveryCodes codes) {
        this.connections = connections;
        this.codes = codes;
    }

    /** @throws io.dovetail.kit.problem.ProblemException not-enabled */
    @Transactional
    List<String> handle(UUID companyId) {
        if (connections
                .findCurrent(companyId)
                .filter(connection -> connection.state() != SingleSignOn.OFF)
                .isEmpty()) {
            throw ConnectionProblems.notEnabled().exception();
        }
        return codes.replace(companyId);
    }
}
