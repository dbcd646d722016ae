package io.dovetail.sso.connection;

import io.dovetail.kit.audit.TellOfActs;
import io.dovetail.kit.event.Actor;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.sso.audit.Act;
import io.dovetail.sso.copies.Companies;
import io.dovetail.sso.keys.Refreshes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Makes an earlier version the draft again; it has its own source, so its old bindings count again once it is used. */
@ApplicationScoped
class RestoreVersion {
    private final Companies companies;
    private final Connections connections;
    private final Refreshes refreshes;
    private final Outbox outbox;
    private final TellOfActs tellOfActs;
    private final Clock clock;

    RestoreVersion(
            Companies companies,
            Connections connections,
            Refreshes refreshes,
            Outbox outbox,
            TellOfActs tellOfActs,
            Clock clock) {
        this.companies = companies;
        this.connections = connections;
        this.refreshes = refreshes;
        this.outbox = outbox;
        this.tellOfActs = tellOfActs;
        this.clock = clock;
    }

    record Command(UUID companyId, Actor administrator, int version) {}

    @Transactional
    void handle(Command command) {
        companies.requireAllowed(command.companyId());
        var connection = connections.lock(command.companyId());
        if (connections.findStored(command.companyId(), command.version()).isEmpty()) {
            throw ConnectionProblems.versionUnknown().exception();
        }
        connection.restore(command.version());
        refreshes.wake(command.companyId(), command.version());
        connection
                .unready(connections.current(connection), command.administrator(), clock.instant())
                .ifPresent(outbox::append);
        tellOfActs.handle(new TellOfActs.Command(
                command.companyId(), command.administrator(), Act.VERSION_RESTORED, command.version()));
    }
}
