package io.dovetail.sso.refresh;

import io.dovetail.kit.event.Actor;
import io.dovetail.sso.audit.Act;
import io.dovetail.sso.connection.Connections;
import io.dovetail.sso.copies.Companies;
import io.dovetail.sso.keys.KeyChange;
import io.dovetail.sso.keys.TakeOverMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** An administrator says that keys which replaced all known ones are the provider's own. */
@ApplicationScoped
class AcceptHeldChange {
    private final Companies companies;
    private final Connections connections;
    private final TakeOverMetadata takeOver;
    private final TellOfKeys tell;

    AcceptHeldChange(Companies companies, Connections connections, TakeOverMetadata takeOver, TellOfKeys tell) {
        this.companies = companies;
        this.connections = connections;
        this.takeOver = takeOver;
        this.tell = tell;
    }

    record Command(UUID companyId, Actor administrator, UUID heldId) {}

    /** @throws io.dovetail.kit.problem.ProblemException held-change-unknown or held-change-needs-draft */
    @Transactional
    KeyChange handle(Command command) {
        companies.requireToStay(command.companyId());
        companies.requireAllowed(command.companyId());
        var inUse = connections.versionsInUse(command.companyId());
        var waiting = takeOver.lockHeld(command.companyId(), command.heldId())
                .filter(held -> inUse.includes(held.version()))
                .orElseThrow(() -> RefreshProblems.changeUnknown().exception());
        if (!waiting.change().acceptable()) {
            throw RefreshProblems.draftNeeded().exception();
        }
        var change = takeOver.accept(command.companyId(), command.heldId());
        tell.changed(new TellOfKeys.Changed(
                command.companyId(),
                waiting.version(),
                inUse.isForemost(waiting.version()),
                change,
                Optional.of(command.administrator()),
                Act.HELD_CHANGE_ACCEPTED));
        return change;
    }
}
