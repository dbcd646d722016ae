package io.dovetail.users.ownpassword;

import static io.dovetail.users.Scene.as;
import static io.dovetail.users.Scene.createPassword;
import static io.dovetail.users.Scene.refresh;
import static io.dovetail.users.Scene.signIn;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.EventContracts;
import io.dovetail.kit.testing.TestTokens;
import io.dovetail.users.Published;
import io.dovetail.users.Scene;
import io.dovetail.users.Together;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is signed in without a password sets one on the spot, once single sign-on is off. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class OwnPasswordTest {
    private static final String NEW = "another " + Scene.PASSWORD;

    @Inject
    Scene scene;

    @Inject
    EntityManager entities;

    @Inject
    Published published;

    private Scene.Registered registered;
    private UUID company;
    private Response session;
    private Response otherSession;

    @BeforeEach
    void anAdministratorWhoIsSignedIn() {
        registered = scene.active();
        company = registered.company();
        session = signIn(registered.email(), Scene.PASSWORD);
        otherSession = signIn(registered.email(), Scene.PASSWORD);
    }

    @Test
    void setsThePasswordAndEndsTheMailedLinkAndTheOtherSessions() throws Exception {
        scene.switchOver(company, "ON", 1, 1);
        scene.switchOver(company, "OFF", 2, 1);
        var link = scene.newestToken(company);

        var answer = set(session, NEW);

        answer.then().statusCode(204);
        signIn(registered.email(), NEW).then().statusCode(201);
        createPassword(link, Scene.PASSWORD)
                .then()
                .statusCode(410)
                .body("type", is("/problems/password-link-replaced"));
        refresh(session.path("refreshToken")).then().statusCode(200);
        refresh(otherSession.path("refreshToken")).then().statusCode(401);
        var ended = published.last(company, "sessions-ended");
        String current = as(session.path("accessToken")).get("/api/me").path("sessionId");
        assertEquals(current, ended.get("sparedSessionId").asText());
        assertTrue(published.last(company, "user-changed").get("hasPassword").asBoolean());
        EventContracts.assertKept("password-link-cancelled", published.last(company, "password-link-cancelled"));
    }

    @Test
    void isRefusedWhileSingleSignOnIsOn() {
        scene.switchOver(company, "ON", 1, 1);

        var answer = set(session, NEW);

        answer.then().statusCode(409).body("type", is("/problems/single-sign-on-on"));
        scene.switchOver(company, "OFF", 2, 1);
        signIn(registered.email(), NEW).then().statusCode(401);
    }

    /** Whoever the provider locked out must not stay in by a session of before: members need their mailbox. */
    @Test
    void isRefusedToWhoIsNoAdministrator() {
        scene.switchOver(company, "ON", 1, 1);
        scene.switchOver(company, "OFF", 2, 1);
        var link = scene.newestToken(company);
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("update user_account set role = 'MEMBER' where company_id = ?1")
                        .setParameter(1, company)
                        .executeUpdate());

        var answer = set(session, NEW);

        answer.then().statusCode(403).body("type", is("/problems/forbidden"));
        createPassword(link, NEW).then().statusCode(204);
    }

    @Test
    void isRefusedToWhoHasAPassword() {
        var answer = set(session, NEW);

        answer.then().statusCode(409).body("type", is("/problems/password-there-already"));
        signIn(registered.email(), Scene.PASSWORD).then().statusCode(201);
        refresh(otherSession.path("refreshToken")).then().statusCode(200);
    }

    @Test
    void isRefusedToWhoHasAPasswordStillAfterAnUndo() {
        scene.switchOver(company, "ON", 1, 0);
        scene.switchOver(company, "OFF", 2, 0);

        set(session, NEW).then().statusCode(409).body("type", is("/problems/password-there-already"));

        signIn(registered.email(), Scene.PASSWORD).then().statusCode(201);
    }

    @Test
    void setsItOnceOfTenTimesAtTheSameMoment() {
        scene.switchOver(company, "OFF", 2, 1);

        var statuses = Together.times(10, i -> set(session, NEW));

        assertEquals(1, statuses.stream().filter(status -> status == 204).count(), statuses.toString());
        assertEquals(9, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"password\": \"too short\"}", "{}", "{\"password\": null}", "null", "[]"})
    void refusesWhatIsNoPassword(String body) {
        scene.switchOver(company, "OFF", 2, 1);

        as(session.path("accessToken"))
                .body(body)
                .post("/api/me/password")
                .then()
                .statusCode(400);

        assertEquals(
                "false",
                published.last(company, "user-changed").get("hasPassword").asText());
    }

    @Test
    void answersNobodyWhoseSessionHasEndedOrIsForTheConnectionAlone() {
        scene.switchOver(company, "OFF", 2, 1);
        as(otherSession.path("accessToken")).delete("/api/sessions/current");

        set(otherSession, NEW).then().statusCode(401);
        as(TestTokens.recovery(company, registered.admin()))
                .body(Map.of("password", NEW))
                .post("/api/me/password")
                .then()
                .statusCode(403);
        given().contentType(ContentType.JSON)
                .body(Map.of("password", NEW))
                .post("/api/me/password")
                .then()
                .statusCode(401);

        signIn(registered.email(), NEW).then().statusCode(401);
    }

    private static Response set(Response session, String password) {
        return as(session.path("accessToken"))
                .body(Map.of("password", password))
                .post("/api/me/password");
    }
}
