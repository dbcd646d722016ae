package io.dovetail.users.passwordlink;

import io.dovetail.users.password.HashPassword;
import io.dovetail.users.password.HashedPassword;
import io.dovetail.users.password.StorePassword;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Creates the password of a link's user and spends the link, all or nothing.
 *
 * <p>The hash is computed before the transaction begins.
 */
@ApplicationScoped
class CreatePassword {
    private final OpenLinks links;
    private final HashPassword hashPassword;
    private final StorePassword storePassword;

    CreatePassword(OpenLinks links, HashPassword hashPassword, StorePassword storePassword) {
        this.links = links;
        this.hashPassword = hashPassword;
        this.storePassword = storePassword;
    }

    /**
     * The link's token and the wished password, as typed.
     *
     * @param address the network address that it comes from; null if it is not known
     */
    record Command(String token, String password, @Nullable String address) {}

    void handle(Command command) {
        links.require(command.token(), OpenLinks.Kind.PASSWORD);
        var password = hashPassword.handle(command.password());
        QuarkusTransaction.requiringNew().run(() -> useLink(command, password));
    }

    private void useLink(Command command, HashedPassword password) {
        var user = links.spend(command.token(), OpenLinks.Kind.PASSWORD);
        storePassword.handle(StorePassword.Command.byLink(user.id(), password, command.address()));
    }
}
