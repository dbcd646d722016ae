package io.dovetail.users.signin;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.users.Published;
import io.dovetail.users.Scene;
import io.dovetail.users.signin.Browser.SignIn;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A ticket of a binding opens a session without waiting for the binding's event. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class BoundTicketTest {
    @Inject
    Scene scene;

    @Inject
    Browser browser;

    @Inject
    Published published;

    private Scene.Registered registered;
    private SignIn signIn;

    @BeforeEach
    void aCompany() {
        registered = scene.active();
        signIn = SignIn.of(registered.company(), UUID.randomUUID());
    }

    @Test
    void opensASessionAndRemembersTheBinding() {
        var binding = UUID.randomUUID();

        var answer = browser.present(browser.boundTicket(binding, registered.admin(), signIn, true));

        answer.then()
                .statusCode(201)
                .body("user.id", is(registered.admin().toString()))
                .body("user.firstName", is("Grace"))
                .body("user.lastName", is("Hopper"));
        assertEquals("BOUND", published.value("select state from binding_copy where binding_id = ?", binding));
        browser.present(browser.ticket(signIn)).then().statusCode(201);
    }

    @Test
    void refusesABindingThatIsKnownToBeRemovedMeanwhile() {
        var binding = UUID.randomUUID();
        scene.binding(binding, registered.company(), registered.admin(), signIn.source(), "ada", "REMOVED", 2);

        var answer = browser.present(browser.boundTicket(binding, registered.admin(), signIn, true));

        answer.then().statusCode(403).body("type", is("/problems/not-linked"));
    }

    @Test
    void opensNothingOnceSingleSignOnIsKnownToBeOffSince() {
        scene.connection(registered.company(), 5, "OFF", signIn.source());

        var answer = browser.present(browser.boundTicket(UUID.randomUUID(), registered.admin(), signIn, true));

        answer.then().statusCode(403).body("type", is("/problems/single-sign-on-off"));
    }

    @Test
    void opensNothingAfterTheProviderHasEndedTheSession() {
        var ended = browser.boundTicketUntil(
                registered.admin(), signIn, Instant.now().minusSeconds(1));

        browser.present(ended).then().statusCode(400).body("type", is("/problems/ticket-expired"));
    }

    @Test
    void refusesABindingOfAUserWhoIsNotTheCompanys() {
        var other = scene.active();

        var answer = browser.present(browser.boundTicket(UUID.randomUUID(), other.admin(), signIn, true));

        answer.then().statusCode(403).body("type", is("/problems/not-linked"));
    }

    @Test
    void takesATicketWithoutBrowserOnlyFromThePersonWhomItBinds() {
        var other = scene.active();
        String own = Scene.signIn(registered.email(), Scene.PASSWORD).path("accessToken");
        String others = Scene.signIn(other.email(), Scene.PASSWORD).path("accessToken");
        var ticket = browser.boundTicket(UUID.randomUUID(), registered.admin(), signIn, false);

        browser.present(ticket).then().statusCode(403).body("type", is("/problems/other-browser"));
        Browser.presentSignedIn(others, ticket).then().statusCode(403);

        Browser.presentSignedIn(own, ticket).then().statusCode(201);
    }
}
