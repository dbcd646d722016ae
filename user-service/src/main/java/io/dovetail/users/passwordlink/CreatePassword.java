package io.dovetail.users.passwordlink;

import io.dovetail.users.password.HashPassword;
import io.dovetail.users.password.HashedPassword;
import io.dovetail.users.password.StorePassword;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

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

    /** The link's token and the wished password, as typed. */
    record Command(String token, String password) {}

    void handle(Command command) {
        links.require(command.token(), OpenLinks.Kind.PASSWORD);
        var password = hashPassword.handle(command.password());
        QuarkusTransaction.requiringNew().run(() -> useLink(command.token(), password));
    }

    private void useLink(String token, HashedPassword password) {
        var user = links.spend(token, OpenLinks.Kind.PASSWORD);
        storePassword.handle(StorePassword.Command.byLink(user.id(), password));
    }
}
