package io.dovetail.users.session;

import static io.dovetail.users.Scene.as;
import static io.dovetail.users.Scene.refresh;
import static io.dovetail.users.Scene.signIn;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.identity.Secrets;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.users.MovableClock;
import io.dovetail.users.Published;
import io.dovetail.users.Scene;
import io.dovetail.users.Together;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions are refreshed, listed and ended; a stolen refresh token ends them. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class SessionTest {
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
    void refreshesByTheNewestToken() {
        var registered = scene.active();
        var opened = signIn(registered.email(), Scene.PASSWORD);

        var refreshed = refresh(opened.path("refreshToken"));

        refreshed.then().statusCode(200).body("user.id", is(registered.admin().toString()));
        String next = refreshed.path("refreshToken");
        assertNotEquals(opened.path("refreshToken"), next);
        refresh(next).then().statusCode(200);
        me(refreshed).then().statusCode(200);
    }

    @Test
    void letsTabsRefreshAtTheSameMoment() {
        var registered = scene.active();
        String token = signIn(registered.email(), Scene.PASSWORD).path("refreshToken");

        var statuses = Together.times(10, i -> refresh(token));

        assertEquals(10, statuses.stream().filter(status -> status == 200).count(), statuses.toString());
    }

    @Test
    void takesThePreviousTokenForThirtySecondsMore() {
        var registered = scene.active();
        String previous = signIn(registered.email(), Scene.PASSWORD).path("refreshToken");
        refresh(previous).then().statusCode(200);
        clock.advance(Duration.ofSeconds(29));

        var answer = refresh(previous);

        answer.then().statusCode(200);
        refresh(answer.path("refreshToken")).then().statusCode(200);
    }

    @Test
    void endsTheSessionForEverybodyWhenAReplacedTokenComesLater() {
        var registered = scene.active();
        String stolen = signIn(registered.email(), Scene.PASSWORD).path("refreshToken");
        String newest = refresh(stolen).path("refreshToken");
        clock.advance(Duration.ofSeconds(31));

        var answer = refresh(stolen);

        answer.then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", is("/problems/refresh-token-invalid"));
        refresh(newest).then().statusCode(401);
        var ended = published.events(registered.company(), "sessions-ended");
        assertEquals(1, ended.size());
        assertEquals(registered.admin().toString(), ended.get(0).get("userId").asText());
    }

    @Test
    void endsTheSessionOnceWhenAReplacedTokenComesTenTimes() {
        var registered = scene.active();
        String stolen = signIn(registered.email(), Scene.PASSWORD).path("refreshToken");
        refresh(stolen).then().statusCode(200);
        clock.advance(Duration.ofSeconds(31));

        var statuses = Together.times(10, i -> refresh(stolen));

        assertTrue(statuses.stream().allMatch(status -> status == 401), statuses.toString());
        assertEquals(1, published.events(registered.company(), "sessions-ended").size());
    }

    @Test
    void lastsTwelveHoursHoweverOftenItIsRefreshed() {
        var registered = scene.active();
        String token = signIn(registered.email(), Scene.PASSWORD).path("refreshToken");
        clock.advance(Duration.ofHours(12).minusSeconds(60));
        var last = refresh(token);
        last.then().statusCode(200);
        assertTrue(last.<Integer>path("expiresIn") <= 60);
        clock.advance(Duration.ofSeconds(61));

        var answer = refresh(last.path("refreshToken"));

        answer.then().statusCode(401);
    }

    @Test
    void keepsOnlyHashesOfRefreshTokens() {
        var registered = scene.active();
        String token = signIn(registered.email(), Scene.PASSWORD).path("refreshToken");

        var stored = published.value(
                "select token_hash from refresh_token join session on session.id = session_id where user_id = ?",
                registered.admin());

        assertEquals(Secrets.sha256(token), stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"refreshToken\": \"x\"}", "{\"refreshToken\": \"\"}"})
    void refusesATokenThatItDidNotMake(String body) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/sessions/refresh")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"refreshToken\": ", "[]", "null"})
    void refusesARefreshThatIsNotItsJson(String body) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/sessions/refresh")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void tellsWhoIsSignedIn() {
        var registered = scene.active();
        var opened = signIn(registered.email(), Scene.PASSWORD);

        var answer = me(opened);

        answer.then()
                .statusCode(200)
                .body("id", is(registered.admin().toString()))
                .body("email", is(registered.email()))
                .body("role", is("ADMIN"))
                .body("companyName", is("Company of " + registered.domain()))
                .body("method", is("PASSWORD"));
    }

    private static Response me(Response opened) {
        return as(opened.path("accessToken")).get("/api/me");
    }
}
