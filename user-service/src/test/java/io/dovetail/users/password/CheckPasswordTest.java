package io.dovetail.users.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.users.Scene;
import io.dovetail.users.user.EmailAddress;
import io.dovetail.users.user.Users;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** What is right when it is checked may be wrong when the session opens (security.md J11). */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class CheckPasswordTest {
    @Inject
    Scene scene;

    @Inject
    Users users;

    @Inject
    CheckPassword checkPassword;

    @Inject
    HashPassword hashPassword;

    @Inject
    StorePassword storePassword;

    @Test
    void fitsNoLongerOnceThePasswordWasReset() {
        var registered = scene.active();
        var fitting = check(registered);
        assertTrue(stillFits(fitting));

        var other = hashPassword.handle("another horse battery staple");
        QuarkusTransaction.requiringNew()
                .run(() -> storePassword.handle(StorePassword.Command.byLink(registered.admin(), other, null)));

        assertFalse(stillFits(fitting));
    }

    private CheckPassword.Fitting check(Scene.Registered registered) {
        var accounts = users.withAddress(EmailAddress.of(registered.email()));
        var fitting = checkPassword.handle(new CheckPassword.Command(accounts, Scene.PASSWORD));
        assertEquals(1, fitting.size());
        return fitting.get(0);
    }

    private boolean stillFits(CheckPassword.Fitting fitting) {
        return QuarkusTransaction.requiringNew()
                .call(() -> checkPassword.stillFitting(fitting).isPresent());
    }
}
