package io.dovetail.bindings.copies;

import io.dovetail.kit.copies.Copies;
import io.dovetail.kit.copies.Forgotten;
import io.dovetail.kit.event.Actor;
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
    private final KnownUsers users;
    private final Event<UserHeardOf> heardOf;

    KeepUser(
            Copies copies,
            Forgotten forgotten,
            KnownConnections connections,
            KnownUsers users,
            Event<UserHeardOf> heardOf) {
        this.copies = copies;
        this.forgotten = forgotten;
        this.connections = connections;
        this.users = users;
        this.heardOf = heardOf;
    }

    @Transactional
    void handle(UserChanged user, Actor actor) {
        if (forgotten.includes(user.companyId(), user.userId())) {
            return;
        }
        connections.hold(user.companyId());
        var before = users.find(user.userId());
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
            var wasDeactivated = before.filter(KnownUser::deactivated).isPresent();
            var reactivated = wasDeactivated && !user.status().equals("DEACTIVATED");
            heardOf.fire(new UserHeardOf(user.companyId(), user.userId(), reactivated, actor));
        }
    }
}
