package io.dovetail.users.user;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Notes that a user has no password any more. */
@ApplicationScoped
public class DropPassword {
    private final Users users;
    private final Outbox outbox;
    private final Clock clock;

    DropPassword(Users users, Outbox outbox, Clock clock) {
        this.users = users;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param user whose password is void since a switch-over */
    public record Command(UUID user) {}

    @Transactional(Transactional.TxType.MANDATORY)
    public UserProfile handle(Command command) {
        var user = users.requireForChange(command.user());
        if (user.passwordDropped()) {
            outbox.append(user.changed(Actor.system(), clock.instant()));
        }
        return user.profile();
    }
}
