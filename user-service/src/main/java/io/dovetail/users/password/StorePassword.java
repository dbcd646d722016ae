package io.dovetail.users.password;

import io.dovetail.kit.event.Actor;
import io.dovetail.users.switchover.SwitchOvers;
import io.dovetail.users.user.ActivateUser;
import io.dovetail.users.user.UserStatus;
import io.dovetail.users.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Gives a user their new password, in the transaction of whoever proved that they may have it. */
@ApplicationScoped
public class StorePassword {
    private static final Logger LOG = Logger.getLogger(StorePassword.class);

    private final Passwords passwords;
    private final Users users;
    private final ActivateUser activateUser;
    private final SwitchOvers switchOvers;
    private final Event<PasswordCreated> created;
    private final Clock clock;

    StorePassword(
            Passwords passwords,
            Users users,
            ActivateUser activateUser,
            SwitchOvers switchOvers,
            Event<PasswordCreated> created,
            Clock clock) {
        this.passwords = passwords;
        this.users = users;
        this.activateUser = activateUser;
        this.switchOvers = switchOvers;
        this.created = created;
        this.clock = clock;
    }

    /**
     * Whose password, and what to keep of it.
     *
     * @param session in which they create it, which goes on; null if it is by a link
     * @param address the network address that they do it from; null if it is not known
     */
    public record Command(
            UUID user,
            HashedPassword password,
            @Nullable UUID session,
            @Nullable String address) {
        public static Command byLink(UUID user, HashedPassword password, @Nullable String address) {
            return new Command(user, password, null, address);
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(Command command) {
        var isFirst = users.find(command.user())
                .filter(found -> found.status() == UserStatus.PENDING)
                .isPresent();
        var user = activateUser.handle(new ActivateUser.Command(command.user()));
        var settled = switchOvers.standing(user.companyId()).settled();
        passwords.put(user.id(), command.password().hash(), settled, clock.instant());
        created.fire(new PasswordCreated(
                user.companyId(),
                user.id(),
                command.session(),
                isFirst,
                Actor.user(user.id()).from(command.address())));
        LOG.infof("password created user=%s company=%s", user.id(), user.companyId());
    }
}
