package io.dovetail.users.wayin;

import static io.dovetail.users.Scene.createPassword;
import static io.dovetail.users.Scene.signIn;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.TestTokens;
import io.dovetail.users.MovableClock;
import io.dovetail.users.Published;
import io.dovetail.users.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who forgot a password asks for a link; nobody learns who has an account. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class ResetTest {
    @Inject
    Scene scene;

    @Inject
    Published published;

    @Inject
    MovableClock clock;

    @AfterEach
    void presentAgain() {
        clock.reset();
    }

    @Test
    void answersEveryAskedResetAlikeAndMailsKnownAddressesAlone() {
        var registered = scene.active();
        var unknown = "nobody@" + registered.domain();

        var known = ask(registered.email());
        var other = ask(unknown);

        assertEquals(202, known.statusCode());
        assertEquals(202, other.statusCode());
        assertEquals(known.body().asString(), other.body().asString());
        scene.waysInAnswered();
        var link = published.last(registered.company(), "password-link-issued");
        assertEquals("RESET", link.get("cause").asText());
        assertEquals(registered.email(), link.get("email").asText());
        assertEquals(
                2,
                published.events(registered.company(), "password-link-issued").size());
    }

    @Test
    void mailsAnAddressOnceAMinuteHoweverOftenItIsAskedFor() {
        var registered = scene.active();
        resetAndWait(registered, 2);
        ask(registered.email()).then().statusCode(202);
        scene.waysInAnswered();
        assertEquals(
                2,
                published.events(registered.company(), "password-link-issued").size());

        clock.advance(Duration.ofSeconds(61));
        resetAndWait(registered, 3);
    }

    @Test
    void mailsAnAccountThreeTimesAnHourHoweverOftenItIsAskedFor() {
        var registered = scene.active();
        for (var links = 2; links <= 4; links++) {
            resetAndWait(registered, links);
            clock.advance(Duration.ofMinutes(2));
        }

        ask(registered.email()).then().statusCode(202);
        worked();

        assertEquals(4, links(registered));
        clock.advance(Duration.ofMinutes(61));
        resetAndWait(registered, 5);
    }

    /** Whoever knows an address can ask: the invitation in its mailbox must not die of it. */
    @Test
    void letsAnInvitationBeThatWasMailedToday() {
        var registered = scene.active();
        var email = "grace@" + registered.domain();
        Scene.as(TestTokens.admin(registered.company(), registered.admin()))
                .body(Map.of("emails", List.of(email), "role", "MEMBER"))
                .post("/api/users/" + registered.company() + "/invitations")
                .then()
                .statusCode(200);
        clock.advance(Duration.ofHours(23));

        ask(email).then().statusCode(202);

        worked();
        assertEquals(
                1, published.events(registered.company(), "invitation-issued").size());
        clock.advance(Duration.ofHours(2));
        ask(email).then().statusCode(202);
        worked();
        assertEquals(
                2, published.events(registered.company(), "invitation-issued").size());
    }

    @Test
    void letsALinkBeThatWasMailedAfterDisable() {
        var registered = scene.active();
        scene.switchOver(registered.company(), "ON", 1, 1);
        scene.switchOver(registered.company(), "OFF", 2, 1);
        var link = scene.newestToken(registered.company());
        clock.advance(Duration.ofHours(1));

        ask(registered.email()).then().statusCode(202);

        worked();
        createPassword(link, Scene.PASSWORD).then().statusCode(204);
        assertEquals(2, links(registered));
    }

    @Test
    void mailsTheOwedLinkAgainWhenItsOwnHasEnded() {
        var registered = scene.active();
        scene.switchOver(registered.company(), "ON", 1, 1);
        scene.switchOver(registered.company(), "OFF", 2, 1);
        clock.advance(Duration.ofHours(73));

        resetAndWait(registered, 3);

        var link = published.last(registered.company(), "password-link-issued");
        assertEquals("PASSWORD_ASKED_FOR", link.get("cause").asText());
        createPassword(scene.token(link), Scene.PASSWORD).then().statusCode(204);
    }

    @Test
    void mailsTheOwedLinkAgainWhenItsMailWasCalledBackInTheTrial() {
        var registered = scene.registered();
        scene.switchOver(registered.company(), "ON_TRIAL", 1, 0);
        scene.switchOver(registered.company(), "OFF", 2, 0);

        resetAndWait(registered, 2);

        createPassword(scene.newestToken(registered.company()), Scene.PASSWORD)
                .then()
                .statusCode(204);
    }

    @Test
    void endsTheSessionsThatWereOpenBeforeTheNewPassword() {
        var registered = scene.active();
        String refreshToken = signIn(registered.email(), Scene.PASSWORD).path("refreshToken");
        resetAndWait(registered, 2);

        createPassword(scene.newestToken(registered.company()), "another " + Scene.PASSWORD)
                .then()
                .statusCode(204);

        Scene.refresh(refreshToken).then().statusCode(401);
        signIn(registered.email(), Scene.PASSWORD).then().statusCode(401);
        signIn(registered.email(), "another " + Scene.PASSWORD).then().statusCode(201);
        var ended = published.last(registered.company(), "sessions-ended");
        assertEquals(registered.admin().toString(), ended.get("userId").asText());
    }

    private static Response ask(String email) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("email", email))
                .post("/api/password-resets");
    }

    private int links(Scene.Registered registered) {
        return published.events(registered.company(), "password-link-issued").size();
    }

    private void worked() {
        scene.waysInAnswered();
    }

    private void resetAndWait(Scene.Registered registered, int links) {
        ask(registered.email()).then().statusCode(202);
        UUID company = registered.company();
        Eventually.until(
                "link number " + links,
                () -> published.events(company, "password-link-issued").size() == links);
    }
}
