package io.dovetail.bindings.copies;

import io.dovetail.kit.copies.Copies;
import io.dovetail.kit.copies.Forgotten;
import io.dovetail.kit.event.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the newest known state of a company's connection. */
@ApplicationScoped
class KeepConnection {
    private final Copies copies;
    private final Forgotten forgotten;
    private final KnownConnections connections;
    private final Event<ConnectionHeardOf> heardOf;

    KeepConnection(Copies copies, Forgotten forgotten, KnownConnections connections, Event<ConnectionHeardOf> heardOf) {
        this.copies = copies;
        this.forgotten = forgotten;
        this.connections = connections;
        this.heardOf = heardOf;
    }

    @Transactional
    void handle(ConnectionChanged connection, Actor actor) {
        if (forgotten.includes(connection.companyId(), connection.companyId())) {
            return;
        }
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("state", connection.state());
        columns.put("provider", connection.provider());
        columns.put("source", connection.source());
        columns.put("switch_over", connection.switchOver());
        columns.put("settled_switch_over", connection.settledSwitchOver());
        columns.put("ready_source", connection.readySource());
        var company = connection.companyId();
        var before = connections.find(company);
        if (copies.keepNewest("connection_copy", Map.of("company_id", company), connection.revision(), columns)) {
            heardOf.fire(new ConnectionHeardOf(before, connections.find(company), actor));
        }
    }
}
