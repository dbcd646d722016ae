package io.dovetail.users.password;

import io.dovetail.users.switchover.SwitchOvers;
import io.dovetail.users.user.ActivateUser;
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
    private final ActivateUser activateUser;
    private final SwitchOvers switchOvers;
    private final Event<PasswordCreated> created;
    private final Clock clock;

    StorePassword(
            Passwords passwords,
            ActivateUser activateUser,
            SwitchOvers switchOvers,
            Event<PasswordCreated> created,
            Clock clock) {
        this.passwords = passwords;
        this.activateUser = activateUser;
        this.switchOvers = switchOvers;
        this.created = created;
        this.clock = clock;
    }

    /**
     * Whose password, and what to keep of it.
     *
     * @param session in which they create it, which goes on; null if it is by a link
     */
    public record Command(
            UUID user, HashedPassword password, @Nullable UUID session) {
        public static Command byLink(UUID user, HashedPassword password) {
            return new Command(user, password, null);
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(Command command) {
        var user = activateUser.handle(new ActivateUser.Command(command.user()));
        var settled = switchOvers.standing(user.companyId()).settled();
        passwords.put(user.id(), command.password().hash(), settled, clock.instant());
        created.fire(new PasswordCreated(user.companyId(), user.id(), command.session()));
        LOG.infof("password created user=%s company=%s", user.id(), user.companyId());
    }
}
