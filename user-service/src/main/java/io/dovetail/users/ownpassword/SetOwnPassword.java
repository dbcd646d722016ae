package io.dovetail.users.ownpassword;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.problem.CommonProblems;
import io.dovetail.users.company.Companies;
import io.dovetail.users.password.HashPassword;
import io.dovetail.users.password.StorePassword;
import io.dovetail.users.password.VoidPassword;
import io.dovetail.users.passwordlink.CancelLinks;
import io.dovetail.users.session.RequireLiveSession;
import io.dovetail.users.switchover.SwitchOvers;
import io.dovetail.users.user.Role;
import io.dovetail.users.user.UserProfile;
import io.dovetail.users.user.UserStatus;
import io.dovetail.users.user.Users;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Sets the password of a signed-in person who has none; the link that was mailed to them is dead from then on.
 *
 * <p>The hash is computed outside of any transaction. The session in which it is done goes on, others end.
 */
@ApplicationScoped
class SetOwnPassword {
    private final RequireLiveSession requireLiveSession;
    private final Companies companies;
    private final SwitchOvers switchOvers;
    private final Users users;
    private final VoidPassword voidPassword;
    private final HashPassword hashPassword;
    private final StorePassword storePassword;
    private final CancelLinks cancelLinks;

    SetOwnPassword(
            RequireLiveSession requireLiveSession,
            Companies companies,
            SwitchOvers switchOvers,
            Users users,
            VoidPassword voidPassword,
            HashPassword hashPassword,
            StorePassword storePassword,
            CancelLinks cancelLinks) {
        this.requireLiveSession = requireLiveSession;
        this.companies = companies;
        this.switchOvers = switchOvers;
        this.users = users;
        this.voidPassword = voidPassword;
        this.hashPassword = hashPassword;
        this.storePassword = storePassword;
        this.cancelLinks = cancelLinks;
    }

    /** Whose password, in which session, and the password as typed. */
    record Command(UUID company, Actor person, UUID session, String password) {}

    void handle(Command command) {
        QuarkusTransaction.requiringNew().run(() -> requireWithout(command));
        var password = hashPassword.handle(command.password());
        QuarkusTransaction.requiringNew().run(() -> {
            var user = requireWithout(command);
            cancelLinks.endAll(user, command.person());
            storePassword.handle(new StorePassword.Command(
                    user.id(), password, command.session(), command.person().address()));
        });
    }

    /** The person, locked, who has no password that works; one that a switch-over made void counts for none. */
    private UserProfile requireWithout(Command command) {
        var isActive = companies.staysActive(command.company());
        var standing = switchOvers.lasting(command.company());
        var user = users.lock(command.person().userId())
                .filter(found -> isActive && found.belongsTo(command.company()))
                .filter(found -> found.status() == UserStatus.ACTIVE)
                .orElseThrow(() -> CommonProblems.notAuthenticated().exception());
        if (user.role() != Role.ADMIN) {
            throw CommonProblems.forbidden().exception();
        }
        requireLiveSession.handle(new RequireLiveSession.Query(user.id(), command.session()));
        if (!standing.passwordsWork()) {
            throw OwnPasswordProblems.singleSignOnOn().exception();
        }
        var present = voidPassword.handle(new VoidPassword.Command(user, standing));
        if (present.hasPassword()) {
            throw OwnPasswordProblems.passwordThereAlready().exception();
        }
        return present;
    }
}
