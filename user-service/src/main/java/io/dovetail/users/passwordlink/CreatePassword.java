package io.dovetail.users.passwordlink;

import io.dovetail.users.password.HashPassword;
import io.dovetail.users.password.HashedPassword;
import io.dovetail.users.password.StorePassword;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Creates the password of a link's user and spends the link, all or nothing.
 *
 * <p>The hash is computed before the transaction begins; of several calls with the same link, the one whose update
 * finds it unused succeeds (security.md J1).
 */
@ApplicationScoped
class CreatePassword {
    private final ShowLink showLink;
    private final HashPassword hashPassword;
    private final StorePassword storePassword;
    private final PasswordLinks links;
    private final Clock clock;

    CreatePassword(
            ShowLink showLink,
            HashPassword hashPassword,
            StorePassword storePassword,
            PasswordLinks links,
            Clock clock) {
        this.showLink = showLink;
        this.hashPassword = hashPassword;
        this.storePassword = storePassword;
        this.links = links;
        this.clock = clock;
    }

    /** The link's token and the wished password, as typed. */
    record Command(String token, String password) {}

    void handle(Command command) {
        showLink.handle(command.token());
        var password = hashPassword.handle(command.password());
        QuarkusTransaction.requiringNew().run(() -> useLink(command.token(), password));
    }

    private void useLink(String token, HashedPassword password) {
        var now = clock.instant();
        var link =
                links.find(token).orElseThrow(() -> LinkProblems.linkUnknown().exception());
        if (!links.use(link, now)) {
            throw link.hindrance(now).orElse(LinkProblems.linkUsed()).exception();
        }
        storePassword.handle(new StorePassword.Command(link.userId(), password));
    }
}
