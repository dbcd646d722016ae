package io.dovetail.bindings.copies;

import io.dovetail.kit.copies.Copies;
import io.dovetail.kit.copies.Forgotten;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Keeps the newest known state of a user. */
@ApplicationScoped
class KeepUser {
    private final Copies copies;
    private final Forgotten forgotten;
    private final KnownConnections connections;
    private final Event<UserHeardOf> heardOf;

    KeepUser(Copies copies, Forgotten forgotten, KnownConnections connections, Event<UserHeardOf> heardOf) {
        this.copies = copies;
        this.forgotten = forgotten;
        this.connections = connections;
        this.heardOf = heardOf;
    }

    @Transactional
    void handle(UserChanged user) {
        if (forgotten.includes(user.companyId(), user.userId())) {
            return;
        }
        connections.hold(user.companyId());
        var isNews = copies.keepNewest(
                "user_copy",
                Map.of("user_id", user.userId()),
                user.revision(),
                Map.of(
                        "company_id", user.companyId(),
                        "email", user.email(),
                        "first_name", user.firstName(),
                        "last_name", user.lastName(),
                        "role", user.role(),
                        "status", user.status()));
        if (isNews) {
            heardOf.fire(new UserHeardOf(user.companyId(), user.userId()));
        }
    }
}
