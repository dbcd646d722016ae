package io.dovetail.users.password;

import static io.dovetail.users.Scene.as;
import static io.dovetail.users.Scene.createPassword;
import static io.dovetail.users.Scene.signIn;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.EventContracts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.TestTokens;
import io.dovetail.users.Published;
import io.dovetail.users.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever had come in before is told that they have a new password (security.md J11). */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class PasswordChangedTest {
    private static final String NEW = "another " + Scene.PASSWORD;

    @Inject
    Scene scene;

    @Inject
    Published published;

    @Test
    void tellsOfAResetWhenAndFromWhere() throws Exception {
        var registered = scene.active();
        given().contentType(ContentType.JSON)
                .body(Map.of("email", registered.email()))
                .post("/api/password-resets")
                .then()
                .statusCode(202);
        Eventually.until(
                "the reset's link",
                () -> published
                                .events(registered.company(), "password-link-issued")
                                .size()
                        == 2);

        createPassword(scene.newestToken(registered.company()), NEW).then().statusCode(204);

        var told = told(registered.company());
        assertEquals(1, told.size());
        EventContracts.assertKept("password-changed", told.get(0));
        assertEquals(registered.email(), told.get(0).get("email").asText());
        assertEquals(
                "http://localhost:8080/sign-in", told.get(0).get("signInUrl").asText());
        assertEquals(
                "127.0.0.1",
                published.value(
                        "select actor_address from outbox where company_id = ? and type = 'dovetail.password-changed.v1'",
                        registered.company()));
    }

    @Test
    void tellsOfTheNewPasswordAfterDisable() {
        var registered = scene.active();
        scene.switchOver(registered.company(), "ON", 1, 1);
        scene.switchOver(registered.company(), "OFF", 2, 1);

        createPassword(scene.newestToken(registered.company()), NEW).then().statusCode(204);

        assertEquals(1, told(registered.company()).size());
    }

    @Test
    void tellsOfAPasswordThatIsSetWhileSignedIn() {
        var registered = scene.active();
        var session = signIn(registered.email(), Scene.PASSWORD);
        scene.switchOver(registered.company(), "ON", 1, 1);
        scene.switchOver(registered.company(), "OFF", 2, 1);

        as(session.path("accessToken"))
                .body(Map.of("password", NEW))
                .post("/api/me/password")
                .then()
                .statusCode(204);

        assertEquals(1, told(registered.company()).size());
    }

    @Test
    void saysNothingOfAVeryFirstPassword() {
        var registered = scene.active();
        as(TestTokens.admin(registered.company(), registered.admin()))
                .body(Map.of("emails", List.of("grace@" + registered.domain()), "role", "MEMBER"))
                .post("/api/users/" + registered.company() + "/invitations")
                .then()
                .statusCode(200);
        var token = scene.token(published.last(registered.company(), "invitation-issued"));

        given().contentType(ContentType.JSON)
                .body(Map.of("firstName", "Grace", "lastName", "Hopper", "password", Scene.PASSWORD))
                .post("/api/invitations/" + token + "/accept")
                .then()
                .statusCode(204);

        assertEquals(0, told(registered.company()).size());
    }

    @Test
    void saysNothingOfAPasswordThatWasRefused() {
        var registered = scene.active();
        scene.switchOver(registered.company(), "OFF", 2, 1);

        createPassword(scene.newestToken(registered.company()), "short").then().statusCode(400);

        assertEquals(0, told(registered.company()).size());
    }

    private List<JsonNode> told(UUID company) {
        return published.events(company, "password-changed");
    }
}
