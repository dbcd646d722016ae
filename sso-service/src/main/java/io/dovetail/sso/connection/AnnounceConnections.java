package io.dovetail.sso.connection;

import io.dovetail.kit.copies.Announcer;
import io.dovetail.kit.event.Actor;
import io.dovetail.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells the present state of every connection to whoever lost their copy of it. */
@ApplicationScoped
public class AnnounceConnections implements Announcer {
    private static final int PAGE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final Connections connections;
    private final Outbox outbox;
    private final Clock clock;

    AnnounceConnections(Connections connections, Outbox outbox, Clock clock) {
        this.connections = connections;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Page announce(@Nullable String after) {
        var page = connections.page(after == null ? FIRST : UUID.fromString(after), PAGE);
        var now = clock.instant();
        outbox.append(page.stream()
                .map(connection -> connection.announcement(connections.current(connection), Actor.operator(), now))
                .toList());
        return new Page(
                page.size(),
                page.size() < PAGE ? null : page.get(PAGE - 1).companyId().toString());
    }
}
