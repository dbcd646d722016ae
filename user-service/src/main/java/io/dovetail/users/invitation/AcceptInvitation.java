package io.dovetail.users.invitation;

import io.dovetail.users.password.HashPassword;
import io.dovetail.users.password.HashedPassword;
import io.dovetail.users.password.StorePassword;
import io.dovetail.users.passwordlink.OpenLinks;
import io.dovetail.users.user.PersonName;
import io.dovetail.users.user.UpdateProfile;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes an invited person in with name and password and spends the invitation, all or nothing. */
@ApplicationScoped
class AcceptInvitation {
    private final OpenLinks links;
    private final HashPassword hashPassword;
    private final UpdateProfile updateProfile;
    private final StorePassword storePassword;

    AcceptInvitation(
            OpenLinks links, HashPassword hashPassword, UpdateProfile updateProfile, StorePassword storePassword) {
        this.links = links;
        this.hashPassword = hashPassword;
        this.updateProfile = updateProfile;
        this.storePassword = storePassword;
    }

    /**
     * The invitation's token, and what the person chose.
     *
     * @param address the network address that it comes from; null if it is not known
     */
    record Command(
            String token,
            PersonName name,
            String password,
            @Nullable String address) {}

    void handle(Command command) {
        links.require(command.token(), OpenLinks.Kind.INVITATION);
        var password = hashPassword.handle(command.password());
        QuarkusTransaction.requiringNew().run(() -> accept(command, password));
    }

    private void accept(Command command, HashedPassword password) {
        var user = links.spend(command.token(), OpenLinks.Kind.INVITATION);
        // While they are pending: it is their very first password, of which they need no notice
        storePassword.handle(StorePassword.Command.byLink(user.id(), password, command.address()));
        updateProfile.handle(new UpdateProfile.Command(user.id(), Optional.of(command.name())));
    }
}
