package io.dovetail.sso.signin;

import io.dovetail.sso.connection.SwitchOvers;
import io.dovetail.sso.copies.Companies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Writes the other services' word into the sign-in record; the first session through SSO also ends the trial. */
@ApplicationScoped
class EndSignIn {
    private final SignIns signIns;
    private final SwitchOvers switchOvers;
    private final Companies companies;

    EndSignIn(SignIns signIns, SwitchOvers switchOvers, Companies companies) {
        this.signIns = signIns;
        this.switchOvers = switchOvers;
        this.companies = companies;
    }

    /** @param reason why it led to nothing, where the result alone does not say it */
    record Command(UUID companyId, UUID signInId, SignInRecord.Result result, Optional<String> reason) {}

    @Transactional
    void handle(Command command) {
        if (companies.isRemoved(command.companyId())) {
            return;
        }
        signIns.end(command.companyId(), command.signInId(), command.result(), command.reason());
        if (command.result() == SignInRecord.Result.SESSION_OPENED) {
            signIns.findRecord(command.companyId(), command.signInId())
                    .ifPresent(record -> switchOvers.endTrial(command.companyId(), record.at()));
        }
    }
}
