package io.dovetail.users.passwordlink;

import static io.dovetail.users.Scene.createPassword;
import static io.dovetail.users.Scene.signIn;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A password is created by the newest link, within its time, once. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class PasswordLinkTest {
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
    void createsThePasswordAndActivatesTheUser() {
        var registered = scene.registered();
        var token = scene.newestToken(registered.company());

        var answer = createPassword(token, Scene.PASSWORD);

        answer.then().statusCode(204);
        var user = published.last(registered.company(), "user-changed");
        assertEquals("ACTIVE", user.get("status").asText());
        assertTrue(user.get("hasPassword").asBoolean());
        assertEquals(2, user.get("revision").asLong());
        signIn(registered.email(), Scene.PASSWORD).then().statusCode(201);
    }

    @Test
    void showsWhoseLinkItIsWithoutSpendingIt() {
        var registered = scene.registered();
        var token = scene.newestToken(registered.company());

        for (var i = 0; i < 3; i++) {
            given().get("/api/password-resets/" + token)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "no-store")
                    .body("email", is(registered.email()))
                    .body("companyName", is("Company of " + registered.domain()));
            given().head("/api/password-resets/" + token).then().statusCode(200);
        }

        createPassword(token, Scene.PASSWORD).then().statusCode(204);
    }

    @Test
    void keepsOnlyTheHashOfAToken() {
        var registered = scene.registered();
        var token = scene.newestToken(registered.company());

        var stored = published.value("select token_hash from password_link where user_id = ?", registered.admin());

        assertEquals(Secrets.sha256(token), stored);
        assertFalse(published
                .last(registered.company(), "password-link-issued")
                .toString()
                .contains(token));
    }

    @Test
    void worksOnceOfFiftyTimesAtTheSameMoment() {
        var registered = scene.registered();
        var token = scene.newestToken(registered.company());

        var statuses = Together.times(50, i -> createPassword(token, Scene.PASSWORD + i));

        assertEquals(1, statuses.stream().filter(status -> status == 204).count(), statuses.toString());
        var refused = statuses.stream().filter(status -> status == 410 || status == 503);
        assertEquals(49, refused.count(), statuses.toString());
        assertEquals(2, published.events(registered.company(), "user-changed").size());
    }

    @Test
    void worksUntilItsLastSecond() {
        var registered = scene.registered();
        var token = scene.newestToken(registered.company());
        clock.advance(Duration.ofHours(72).minusSeconds(1));

        var answer = createPassword(token, Scene.PASSWORD);

        answer.then().statusCode(204);
    }

    @Test
    void isExpiredASecondLater() {
        var registered = scene.registered();
        var token = scene.newestToken(registered.company());
        clock.advance(Duration.ofHours(72).plusSeconds(1));

        var answer = createPassword(token, Scene.PASSWORD);

        answer.then().statusCode(410).body("type", is("/problems/password-link-expired"));
        given().get("/api/password-resets/" + token)
                .then()
                .statusCode(410)
                .body("type", is("/problems/password-link-expired"));
        assertNoPassword(registered);
    }

    @Test
    void refusesAPasswordOfThreeCharactersAndKeepsTheLink() {
        var registered = scene.registered();
        var token = scene.newestToken(registered.company());

        var answer = createPassword(token, "abc");

        answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", is("/problems/password-too-short"))
                .body("detail", containsString("12"));
        assertNoPassword(registered);
        createPassword(token, Scene.PASSWORD).then().statusCode(204);
    }

    @Test
    void refusesAPasswordOverTheLimitInsteadOfCuttingIt() {
        var registered = scene.registered();
        var token = scene.newestToken(registered.company());

        var answer = createPassword(token, "ü".repeat(513));

        answer.then().statusCode(400).body("type", is("/problems/password-too-long"));
        assertNoPassword(registered);
    }

    @Test
    void takesALongPasswordOfManyBytesWhole() {
        var registered = scene.registered();
        var password = "漢".repeat(341);

        createPassword(scene.newestToken(registered.company()), password).then().statusCode(204);

        signIn(registered.email(), password).then().statusCode(201);
        signIn(registered.email(), "漢".repeat(340)).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"password\": 7", "{}", "{\"password\": null}", "[]", "{\"password\": {}}"})
    void refusesABodyThatIsNotItsJson(String body) {
        var registered = scene.registered();
        var token = scene.newestToken(registered.company());

        var answer = given().contentType(ContentType.JSON).body(body).post("/api/password-resets/" + token);

        answer.then().statusCode(400).contentType("application/problem+json");
        assertNoPassword(registered);
    }

    @Test
    void knowsNoTokenThatItDidNotMake() {
        var answer = createPassword(Secrets.newToken(), Scene.PASSWORD);

        answer.then().statusCode(404).body("type", is("/problems/password-link-unknown"));
    }

    private void assertNoPassword(Scene.Registered registered) {
        assertEquals("nothing", published.value("select 1 from password where user_id = ?", registered.admin()));
        assertEquals("PENDING", published.value("select status from user_account where id = ?", registered.admin()));
    }
}
