package io.dovetail.sso.signin;

import io.dovetail.sso.connection.SwitchOvers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Writes user-service's word into the sign-in record; the first session through SSO also ends the trial. */
@ApplicationScoped
class EndSignIn {
    private final SignIns signIns;
    private final SwitchOvers switchOvers;

    EndSignIn(SignIns signIns, SwitchOvers switchOvers) {
        this.signIns = signIns;
        this.switchOvers = switchOvers;
    }

    record Command(UUID companyId, UUID signInId, SignInRecord.Result result) {}

    @Transactional
    void handle(Command command) {
        signIns.end(command.signInId(), command.result());
        if (command.result() == SignInRecord.Result.SESSION_OPENED) {
            signIns.findRecord(command.companyId(), command.signInId())
                    .ifPresent(record -> switchOvers.endTrial(command.companyId(), record.at()));
        }
    }
}
