package io.dovetail.users.password;

import io.dovetail.users.switchover.Standing;
import io.dovetail.users.user.DropPassword;
import io.dovetail.users.user.UserProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Drops a password that is older than the company's last settled switch to single sign-on. */
@ApplicationScoped
public class VoidPassword {
    private final Passwords passwords;
    private final DropPassword dropPassword;

    VoidPassword(Passwords passwords, DropPassword dropPassword) {
        this.passwords = passwords;
        this.dropPassword = dropPassword;
    }

    /** @param user locked by the caller */
    public record Command(UserProfile user, Standing standing) {}

    /** The user as they are then. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UserProfile handle(Command command) {
        var user = command.user();
        return passwords.dropOlder(user.id(), command.standing().settled())
                ? dropPassword.handle(new DropPassword.Command(user.id()))
                : user;
    }
}
