package io.dovetail.users.wayin;

import static io.dovetail.users.Scene.createPassword;
import static io.dovetail.users.Scene.signIn;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.users.MovableClock;
import io.dovetail.users.Published;
import io.dovetail.users.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
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
        Eventually.until(
                "both requests are worked off",
                () -> published
                        .value("select count(*) from password_reset_request")
                        .equals("0"));
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
        Eventually.until(
                "the request is worked off",
                () -> published
                        .value("select count(*) from password_reset_request")
                        .equals("0"));
        assertEquals(
                2,
                published.events(registered.company(), "password-link-issued").size());

        clock.advance(Duration.ofSeconds(61));
        resetAndWait(registered, 3);
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

    private void resetAndWait(Scene.Registered registered, int links) {
        ask(registered.email()).then().statusCode(202);
        UUID company = registered.company();
        Eventually.until(
                "link number " + links,
                () -> published.events(company, "password-link-issued").size() == links);
    }
}
