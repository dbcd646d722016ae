package io.dovetail.users.signin;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.EventContracts;
import io.dovetail.users.Published;
import io.dovetail.users.Scene;
import io.dovetail.users.Together;
import io.dovetail.users.signin.Browser.SignIn;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A ticket of an accepted sign-in opens a session for the user who is bound to its identity. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class TicketSignInTest {
    @Inject
    Scene scene;

    @Inject
    Browser browser;

    @Inject
    Published published;

    private Scene.Registered registered;
    private SignIn signIn;

    @BeforeEach
    void aCompanyOnSingleSignOn() {
        registered = scene.active();
        signIn = SignIn.of(registered.company(), UUID.randomUUID());
    }

    @Test
    void opensASessionAndTakesOverTheNames() {
        scene.binding(registered.company(), registered.admin(), signIn.source(), "ada");

        var answer = browser.present(browser.ticket(signIn.named("Augusta Ada", "King")));

        answer.then()
                .statusCode(201)
                .body("user.id", is(registered.admin().toString()))
                .body("user.firstName", is("Augusta Ada"))
                .body("user.lastName", is("King"));
        var opened = published.last(registered.company(), "session-opened");
        assertEquals("SSO", opened.get("method").asText());
        EventContracts.assertKept("session-opened", opened);
        assertEquals(signIn.signInId().toString(), opened.get("signInId").asText());
        assertEquals(
                "King",
                published
                        .last(registered.company(), "user-changed")
                        .get("lastName")
                        .asText());
    }

    @Test
    void publishesNoChangeWhenTheNamesAreTheSameOrUnusable() {
        scene.binding(registered.company(), registered.admin(), signIn.source(), "ada");
        var before = published.events(registered.company(), "user-changed").size();

        browser.present(browser.ticket(signIn)).then().statusCode(201);
        browser.present(browser.ticket(signIn.named("Nul\u0000", "x"))).then().statusCode(201);
        browser.present(browser.ticket(signIn.named(" ", "Lovelace"))).then().statusCode(201);

        assertEquals(
                before, published.events(registered.company(), "user-changed").size());
    }

    @Test
    void activatesAPendingUserWhoIsBound() {
        var pending = scene.registered();
        var source = UUID.randomUUID();
        scene.binding(pending.company(), pending.admin(), source, "ada");

        var answer = browser.present(browser.ticket(SignIn.of(pending.company(), source)));

        answer.then().statusCode(201);
        var user = published.last(pending.company(), "user-changed");
        assertEquals("ACTIVE", user.get("status").asText());
    }

    @Test
    void isSpentOnceOfTenTimesAtTheSameMoment() {
        scene.binding(registered.company(), registered.admin(), signIn.source(), "ada");
        var ticket = browser.ticket(signIn);

        var statuses = Together.times(10, i -> browser.present(ticket));

        assertEquals(1, statuses.stream().filter(status -> status == 201).count(), statuses.toString());
        assertEquals(9, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
        assertEquals(1, published.events(registered.company(), "session-opened").size());
    }

    @Test
    void refusesAnotherBrowserWithoutSpendingTheTicket() {
        scene.binding(registered.company(), registered.admin(), signIn.source(), "ada");
        var ticket = browser.ticket(signIn);

        browser.presentFrom("another-browser", ticket)
                .then()
                .statusCode(403)
                .body("type", is("/problems/other-browser"));
        Browser.presentWithoutCookie(ticket).then().statusCode(403);

        browser.present(ticket).then().statusCode(201);
    }

    @Test
    void refusesAnIdentityThatNobodyIsBoundToAndTellsIt() {
        scene.binding(registered.company(), registered.admin(), signIn.source(), "ada");

        for (var samlId : new String[] {"Ada", "ada ", "аda", "bob", registered.email()}) {
            var answer = browser.present(browser.ticket(signIn.by(samlId)));

            answer.then()
                    .statusCode(403)
                    .body("type", is("/problems/not-linked"))
                    .body("signInId", is(signIn.signInId().toString()))
                    .body("companyId", is(signIn.companyId().toString()));
        }
        var refused = published.events(registered.company(), "session-refused");
        assertEquals(5, refused.size());
        assertEquals("NOT_BOUND", refused.get(0).get("reason").asText());
        EventContracts.assertKept("session-refused", refused.get(0));
        assertEquals(0, published.events(registered.company(), "session-opened").size());
        browser.present(browser.ticket(signIn)).then().statusCode(201);
    }

    @Test
    void refusesIdentitiesOfAnotherSourceAndOfAnotherCompany() {
        var other = scene.active();
        scene.binding(registered.company(), registered.admin(), signIn.source(), "ada");

        for (var elsewhere : new SignIn[] {
            SignIn.of(registered.company(), UUID.randomUUID()), SignIn.of(other.company(), signIn.source())
        }) {
            browser.present(browser.ticket(elsewhere)).then().statusCode(403).body("type", is("/problems/not-linked"));
        }
        browser.present(browser.ticket(signIn)).then().statusCode(201);
    }

    @Test
    void refusesARemovedBinding() {
        var binding = scene.binding(registered.company(), registered.admin(), signIn.source(), "ada");
        scene.binding(binding, registered.company(), registered.admin(), signIn.source(), "ada", "REMOVED", 2);

        var answer = browser.present(browser.ticket(signIn));

        answer.then().statusCode(403).body("type", is("/problems/not-linked"));
    }

    @Test
    void letsNobodyInWhileTwoUsersSeemBoundToTheIdentity() {
        scene.binding(registered.company(), registered.admin(), signIn.source(), "ada");
        scene.binding(registered.company(), UUID.randomUUID(), signIn.source(), "ada");

        var answer = browser.present(browser.ticket(signIn));

        answer.then().statusCode(403).body("type", is("/problems/not-linked"));
    }

    @Test
    void refusesADeactivatedUserAndTellsIt() {
        scene.binding(registered.company(), registered.admin(), signIn.source(), "ada");
        browser.deactivate(registered.admin());

        var answer = browser.present(browser.ticket(signIn));

        answer.then().statusCode(403).body("type", is("/problems/deactivated"));
        assertEquals(
                "DEACTIVATED",
                published
                        .last(registered.company(), "session-refused")
                        .get("reason")
                        .asText());
    }

    @Test
    void believesTheTicketWhenTheEventIsSlow() {
        scene.binding(registered.company(), registered.admin(), signIn.source(), "ada");
        scene.connection(registered.company(), 4, "OFF", null);

        var answer = browser.present(browser.ticket(signIn.withConnection(5, "ON_TRIAL")));

        answer.then().statusCode(201);
    }

    @Test
    void believesTheCopyWhenItIsNewerThanTheTicket() {
        scene.binding(registered.company(), registered.admin(), signIn.source(), "ada");
        scene.connection(registered.company(), 6, "OFF", null);

        var answer = browser.present(browser.ticket(signIn.withConnection(5, "ON")));

        answer.then().statusCode(403).body("type", is("/problems/single-sign-on-off"));
    }

    @Test
    void refusesATicketOfTheProviderThatWasReplacedMeanwhile() {
        scene.binding(registered.company(), registered.admin(), signIn.source(), "ada");
        scene.connection(registered.company(), 6, "ON", UUID.randomUUID());

        var answer = browser.present(browser.ticket(signIn.withConnection(5, "ON")));

        answer.then().statusCode(409).body("type", is("/problems/connection-replaced"));
    }

    @Test
    void refusesWhatIsNoTicketOfOurs() {
        browser.present("nonsense").then().statusCode(400).body("type", is("/problems/ticket-invalid"));
        browser.present(browser.ticketForAnotherPurpose(signIn)).then().statusCode(400);
        browser.present("x".repeat(20_000)).then().statusCode(400);
        assertEquals(0, published.events(registered.company(), "session-opened").size());
    }
}
