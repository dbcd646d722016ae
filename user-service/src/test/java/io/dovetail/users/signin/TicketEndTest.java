package io.dovetail.users.signin;

import static io.dovetail.users.Scene.operator;
import static io.dovetail.users.Scene.refresh;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.users.MovableClock;
import io.dovetail.users.Published;
import io.dovetail.users.Scene;
import io.dovetail.users.signin.Browser.SignIn;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long a ticket is good, and the session that it opens. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class TicketEndTest {
    @Inject
    Scene scene;

    @Inject
    Browser browser;

    @Inject
    Published published;

    @Inject
    MovableClock clock;

    private Scene.Registered registered;
    private SignIn signIn;

    @BeforeEach
    void aCompanyOnSingleSignOn() {
        registered = scene.active();
        signIn = SignIn.of(registered.company(), UUID.randomUUID());
    }

    @AfterEach
    void presentAgain() {
        clock.reset();
    }

    @Test
    void endsTheSessionWhenTheProviderDoes() {
        scene.binding(registered.company(), registered.admin(), signIn.source(), "ada");
        var end = clock.instant().plus(Duration.ofHours(2));
        String token = browser.present(browser.ticket(signIn, end)).path("refreshToken");
        clock.advance(Duration.ofMinutes(119));
        var last = refresh(token);
        last.then().statusCode(200);
        assertTrue(last.<Integer>path("expiresIn") <= 60);
        clock.advance(Duration.ofSeconds(61));

        var answer = refresh(last.path("refreshToken"));

        answer.then().statusCode(401);
    }

    @Test
    void opensNoSessionThatTheProviderHasEnded() {
        scene.binding(registered.company(), registered.admin(), signIn.source(), "ada");

        var answer = browser.present(browser.ticket(signIn, clock.instant().minusSeconds(1)));

        answer.then().statusCode(400).body("type", is("/problems/ticket-expired"));
        assertEquals(0, published.events(registered.company(), "session-opened").size());
    }

    @Test
    void refusesATicketAfterAMinute() {
        scene.binding(registered.company(), registered.admin(), signIn.source(), "ada");
        var ticket = browser.ticket(signIn);
        clock.advance(Duration.ofSeconds(61));

        var answer = browser.present(ticket);

        answer.then().statusCode(400).body("type", is("/problems/ticket-expired"));
    }

    @Test
    void refusesTicketsOfASuspendedCompanyUntilItIsResumed() {
        scene.binding(registered.company(), registered.admin(), signIn.source(), "ada");
        var recovery = browser.recoveryTicket(registered.company(), registered.admin(), true);
        var ticket = browser.ticket(signIn);
        operator().post("/api/companies/" + registered.company() + "/suspend");

        browser.present(ticket).then().statusCode(400).body("type", is("/problems/ticket-invalid"));
        browser.present(recovery).then().statusCode(400).body("type", is("/problems/ticket-invalid"));

        operator().post("/api/companies/" + registered.company() + "/resume");
        browser.present(ticket).then().statusCode(201);
    }
}
