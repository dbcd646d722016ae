package io.dovetail.users.wayin;

import static io.dovetail.users.Scene.signIn;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.EventContracts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.TestTokens;
import io.dovetail.users.MovableClock;
import io.dovetail.users.Published;
import io.dovetail.users.Scene;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever tries a password while the company uses single sign-on is mailed where to sign in. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class WayInTest {
    @Inject
    Scene scene;

    @Inject
    Published published;

    @Inject
    MovableClock clock;

    @Inject
    EntityManager entities;

    @AfterEach
    void presentAgain() {
        clock.reset();
    }

    @Test
    void answersTheRightPasswordLikeAWrongOneAndMailsTheWayIn() {
        var registered = onTrial();
        var wrong = signIn("nobody@" + registered.domain(), Scene.PASSWORD);

        var right = signIn(registered.email(), Scene.PASSWORD);

        right.then().statusCode(401).body("type", is("/problems/wrong-credentials"));
        assertEquals(wrong.body().asString(), right.body().asString());
        awaitMails(registered, 1);
        var asked = published.last(registered.company(), "way-in-asked");
        EventContracts.assertKept("way-in-asked", asked);
        assertEquals(
                "http://localhost:8080/auth/saml/" + registered.company() + "/login",
                asked.get("signInUrl").asText());
        assertEquals(registered.email(), asked.get("email").asText());
    }

    @Test
    void mailsTheWayInInsteadOfALinkToWhoeverIsBoundAndForgotThat() {
        var registered = scene.active();
        var source = UUID.randomUUID();
        scene.connection(registered.company(), 11, "ON", source);
        scene.binding(registered.company(), registered.admin(), source, "ada");

        ask(registered.email()).then().statusCode(202);

        awaitMails(registered, 1);
        assertEquals(1, links(registered));
        assertEquals(0, asked(registered));
    }

    /** The page that says so offers it: give your address and get your link. */
    @Test
    void asksBindingServiceForTheLinkOfWhoeverIsNotBoundYet() throws Exception {
        var registered = onTrial();
        var unknown = ask("nobody@" + registered.domain());

        var answer = ask(registered.email());

        assertEquals(unknown.statusCode(), answer.statusCode());
        assertEquals(unknown.body().asString(), answer.body().asString());
        worked();
        var wish = published.last(registered.company(), "link-asked");
        EventContracts.assertKept("link-asked", wish);
        assertEquals(registered.admin().toString(), wish.get("userId").asText());
        assertEquals(1, wish.get("switchOver").asLong());
        assertEquals(0, published.events(registered.company(), "way-in-asked").size());
        assertEquals(1, links(registered));
    }

    @Test
    void asksForTheLinkOfWhoeverWasInvitedAndNotOfWhoeverIsDeactivated() {
        var registered = onTrial();
        var admin = Scene.as(TestTokens.admin(registered.company(), registered.admin()));
        var email = "grace@" + registered.domain();
        String user = admin.body(Map.of("emails", List.of(email), "role", "MEMBER"))
                .post("/api/users/" + registered.company() + "/invitations")
                .path("results[0].userId");

        ask(email).then().statusCode(202);
        worked();
        assertEquals(
                user,
                published.last(registered.company(), "link-asked").get("userId").asText());

        clock.advance(Duration.ofMinutes(6));
        Scene.as(TestTokens.admin(registered.company(), registered.admin()))
                .post("/api/users/" + registered.company() + "/" + user + "/deactivate")
                .then()
                .statusCode(204);
        ask(email).then().statusCode(202);
        worked();
        assertEquals(1, asked(registered));
    }

    @Test
    void asksForTheLinkOfWhoeverIsBoundAtAnEarlierProviderAlone() {
        var registered = scene.active();
        scene.binding(registered.company(), registered.admin(), UUID.randomUUID(), "ada");
        scene.switchOver(registered.company(), "ON", 1, 1);

        ask(registered.email()).then().statusCode(202);

        worked();
        assertEquals(1, asked(registered));
    }

    @Test
    void asksForALinkOnceInFiveMinutesHoweverOftenTheAddressIsGiven() {
        var registered = onTrial();
        ask(registered.email()).then().statusCode(202);
        worked();
        ask(registered.email()).then().statusCode(202);
        worked();
        assertEquals(1, asked(registered));

        clock.advance(Duration.ofMinutes(6));
        ask(registered.email()).then().statusCode(202);

        worked();
        assertEquals(2, asked(registered));
    }

    @Test
    void mailsTheWayInOnceInTenMinutesHoweverOftenAPasswordIsTried() {
        var registered = onTrial();
        signIn(registered.email(), Scene.PASSWORD);
        awaitMails(registered, 1);
        signIn(registered.email(), "wrong horse battery staple");
        worked();
        awaitMails(registered, 1);

        clock.advance(Duration.ofMinutes(11));
        signIn(registered.email(), "wrong horse battery staple");

        awaitMails(registered, 2);
    }

    /** Verifying a password takes long enough for single sign-on to be turned on meanwhile. */
    @Test
    void mailsTheWayInToWhoeverWasStillBeingCheckedAtEnable() {
        var registered = scene.active();
        scene.switchOver(registered.company(), "OFF", 0, 0);

        var caught = QuarkusTransaction.requiringNew().call(() -> {
            entities.createNativeQuery(
                            "update switch_over set state = 'ON_TRIAL', number = 1 where company_id = :company")
                    .setParameter("company", registered.company())
                    .executeUpdate();
            var signingIn = CompletableFuture.supplyAsync(() -> signIn(registered.email(), Scene.PASSWORD));
            Eventually.until(
                    "the sign-in waits for the switch-over",
                    () -> published
                            .value("select count(*) from pg_stat_activity where datname = current_database()"
                                    + " and wait_event_type = 'Lock'")
                            .equals("1"));
            return signingIn;
        });

        caught.join().then().statusCode(401).body("type", is("/problems/wrong-credentials"));
        awaitMails(registered, 1);
    }

    @Test
    void mailsNobodyWhileSingleSignOnIsOff() {
        var registered = scene.active();

        signIn(registered.email(), "wrong horse battery staple").then().statusCode(401);

        worked();
        assertEquals(0, published.events(registered.company(), "way-in-asked").size());
        assertEquals(
                1,
                published.events(registered.company(), "password-link-issued").size());
    }

    private static Response ask(String email) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("email", email))
                .post("/api/password-resets");
    }

    private int asked(Scene.Registered registered) {
        return published.events(registered.company(), "link-asked").size();
    }

    private int links(Scene.Registered registered) {
        return published.events(registered.company(), "password-link-issued").size();
    }

    private Scene.Registered onTrial() {
        var registered = scene.active();
        scene.switchOver(registered.company(), "ON_TRIAL", 1, 0);
        return registered;
    }

    private void worked() {
        scene.waysInAnswered();
    }

    private void awaitMails(Scene.Registered registered, int number) {
        Eventually.until(
                "mail number " + number,
                () -> published.events(registered.company(), "way-in-asked").size() == number);
    }
}
