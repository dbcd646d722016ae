package io.dovetail.users.user;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds a user who has yet to sign in for the first time. */
@ApplicationScoped
public class AddUser {
    private final Users users;
    private final Outbox outbox;
    private final Clock clock;

    AddUser(Users users, Outbox outbox, Clock clock) {
        this.users = users;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * A user to add.
     *
     * @param email which nobody else in the company has
     * @param invitedBy the administrator; null for the first one
     */
    public record Command(
            UUID id,
            UUID companyId,
            EmailAddress email,
            String firstName,
            String lastName,
            Role role,
            Actor actor,
            @Nullable UUID invitedBy) {}

    @Transactional
    public UserProfile handle(Command command) {
        var now = clock.instant();
        var user = new User(command, now);
        users.add(user);
        outbox.append(user.changed(command.actor(), now));
        return user.profile();
    }
}
