package io.dovetail.users.user;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Notes that a user has a password now, which activates whoever was pending. */
@ApplicationScoped
public class ActivateUser {
    private final Users users;
    private final Outbox outbox;
    private final Clock clock;

    ActivateUser(Users users, Outbox outbox, Clock clock) {
        this.users = users;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param user who exists and created their password just now */
    public record Command(UUID user) {}

    @Transactional
    public UserProfile handle(Command command) {
        var user = users.requireForChange(command.user());
        if (user.passwordCreated()) {
            outbox.append(user.changed(Actor.user(user.id()), clock.instant()));
        }
        return user.profile();
    }
}
