package io.dovetail.users.user;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Takes over the names that an accepted sign-in carries; it activates whoever was pending. */
@ApplicationScoped
public class UpdateProfile {
    private final Users users;
    private final Outbox outbox;
    private final Clock clock;

    UpdateProfile(Users users, Outbox outbox, Clock clock) {
        this.users = users;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param name empty if the sign-in carried none that is usable */
    public record Command(UUID user, Optional<PersonName> name) {}

    @Transactional
    public UserProfile handle(Command command) {
        var user = users.requireForChange(command.user());
        if (user.signedIn(command.name())) {
            outbox.append(user.changed(Actor.user(user.id()), clock.instant()));
        }
        return user.profile();
    }
}
