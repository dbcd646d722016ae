package io.dovetail.users.copies;

import io.dovetail.kit.copies.Copies;
import io.dovetail.kit.copies.Forgotten;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the newest known state of a company's connection and tells the other features. */
@ApplicationScoped
class KeepConnection {
    private final Copies copies;
    private final Forgotten forgotten;
    private final Event<ConnectionHeard> heard;

    KeepConnection(Copies copies, Forgotten forgotten, Event<ConnectionHeard> heard) {
        this.copies = copies;
        this.forgotten = forgotten;
        this.heard = heard;
    }

    /** @param at when the connection came to be so */
    record Command(ConnectionChanged connection, Instant at) {}

    @Transactional
    void handle(Command command) {
        var connection = command.connection();
        if (forgotten.includes(connection.companyId(), connection.companyId())) {
            return;
        }
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("state", connection.state());
        columns.put("provider", connection.provider());
        columns.put("source", connection.source());
        copies.keepNewest(
                "connection_copy", Map.of("company_id", connection.companyId()), connection.revision(), columns);
        heard.fire(connection.heard(command.at()));
    }
}
