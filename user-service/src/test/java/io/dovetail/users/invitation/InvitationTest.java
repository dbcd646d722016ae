package io.dovetail.users.invitation;

import static io.dovetail.users.Scene.as;
import static io.dovetail.users.Scene.signIn;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.EventContracts;
import io.dovetail.kit.testing.TestTokens;
import io.dovetail.users.Published;
import io.dovetail.users.Scene;
import io.dovetail.users.Together;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People are invited, many at once, and come in by name and password while single sign-on is off. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class InvitationTest {
    @Inject
    Scene scene;

    @Inject
    Published published;

    private Scene.Registered registered;
    private UUID company;
    private String email;

    @BeforeEach
    void aCompany() {
        registered = scene.active();
        company = registered.company();
        email = "grace@" + registered.domain();
    }

    @Test
    void answersPerAddress() {
        invite(email).then().statusCode(200);

        var answer = invite(
                "new@" + registered.domain(), registered.email(), "nobody", email, " NEW@" + registered.domain());

        answer.then()
                .statusCode(200)
                .body(
                        "results.result",
                        contains("INVITED", "ALREADY_MEMBER", "INVALID", "ALREADY_INVITED", "ALREADY_INVITED"));
        assertEquals(2, invitations().size());
        assertEquals(2, published.events(company, "user-invited").size());
    }

    @Test
    void takesThePersonInByNameAndPassword() {
        invite(email);
        var invitation = invitations().get(0);
        EventContracts.assertKept("invitation-issued", invitation);
        EventContracts.assertKept("user-invited", published.last(company, "user-invited"));
        assertEquals("Ada Lovelace", invitation.get("invitedBy").asText());
        var token = scene.token(invitation);
        given().get("/api/invitations/" + token)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("email", is(email))
                .body("companyName", is("Company of " + registered.domain()));

        accept(token).then().statusCode(204);

        signIn(email, Scene.PASSWORD)
                .then()
                .statusCode(201)
                .body("user.firstName", is("Grace"))
                .body("user.role", is("MEMBER"));
        accept(token).then().statusCode(410).body("type", is("/problems/password-link-used"));
    }

    @Test
    void worksOnceOfTwentyTimesAtTheSameMoment() {
        invite(email);
        var token = scene.token(invitations().get(0));

        var statuses = Together.times(20, i -> accept(token));

        assertEquals(1, statuses.stream().filter(status -> status == 204).count(), statuses.toString());
    }

    @Test
    void invitesAnAddressOnceHoweverManyInviteAtTheSameMoment() {
        var statuses = Together.times(8, i -> invite(email));

        assertEquals(List.of(200), statuses.stream().distinct().toList());
        assertEquals(1, invitations().size());
    }

    @Test
    void sendsItAgainAndEndsTheOneBefore() {
        UUID user = UUID.fromString(invite(email).path("results[0].userId"));
        var first = scene.token(invitations().get(0));

        resend(user).then().statusCode(202);

        accept(first).then().statusCode(410).body("type", is("/problems/password-link-replaced"));
        accept(scene.token(invitations().get(1))).then().statusCode(204);
        resend(user).then().statusCode(409).body("type", is("/problems/invitation-not-pending"));
    }

    @Test
    void anInvitationIsNoPasswordLinkNorTheOtherWayRound() {
        invite(email);
        var token = scene.token(invitations().get(0));

        Scene.createPassword(token, Scene.PASSWORD).then().statusCode(404);
        accept(scene.newestToken(scene.registered().company())).then().statusCode(404);
        accept(token).then().statusCode(204);
    }

    @Test
    void whileSingleSignOnIsOnThePersonIsOnlyAnnounced() {
        scene.switchOver(company, "ON_TRIAL", 1, 0);
        scene.switchOver(company, "ON", 1, 1);

        UUID user = UUID.fromString(invite(email).path("results[0].userId"));

        assertEquals(0, invitations().size());
        assertEquals(
                "PENDING", published.last(company, "user-changed").get("status").asText());
        assertEquals(1, published.events(company, "user-invited").size());
        resend(user).then().statusCode(409).body("type", is("/problems/invitation-by-binding-link"));
    }

    @Test
    void invitedWhileOnAcceptedAfterDisable() {
        scene.switchOver(company, "ON_TRIAL", 1, 0);
        scene.switchOver(company, "ON", 1, 1);
        invite(email);

        scene.switchOver(company, "OFF", 2, 1);

        assertEquals(1, invitations().size());
        accept(scene.token(invitations().get(0))).then().statusCode(204);
    }

    @Test
    void invitedBeforeEnableRestsWhileOnAndIsSentAnewAfterDisable() {
        invite(email);
        var token = scene.token(invitations().get(0));
        scene.switchOver(company, "ON_TRIAL", 1, 0);
        accept(token).then().statusCode(409).body("type", is("/problems/single-sign-on-on"));
        scene.switchOver(company, "ON", 1, 1);

        scene.switchOver(company, "OFF", 2, 1);

        assertEquals(2, invitations().size());
        accept(token).then().statusCode(410);
        accept(scene.token(invitations().get(1))).then().statusCode(204);
    }

    @Test
    void invitedOnTrialIsMailedAfterTheUndo() {
        scene.switchOver(company, "ON_TRIAL", 1, 0);
        invite(email);

        scene.switchOver(company, "OFF", 2, 0);

        assertEquals(1, invitations().size());
        accept(scene.token(invitations().get(0))).then().statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"emails\": [], \"role\": \"MEMBER\"}",
                "{\"emails\": [null], \"role\": \"MEMBER\"}",
                "{\"emails\": [\"grace@example.com\"]}",
                "{\"emails\": [\"grace@example.com\"], \"role\": \"OWNER\"}",
                "{\"emails\": \"grace@example.com\", \"role\": ",
                "null"
            })
    void refusesABodyThatNamesNobody(String body) {
        admin().body(body)
                .post("/api/users/" + company + "/invitations")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void isTheAdministratorsAlone() {
        as(TestTokens.member(company, UUID.randomUUID()))
                .body(Map.of("emails", List.of(email), "role", "ADMIN"))
                .post("/api/users/" + company + "/invitations")
                .then()
                .statusCode(403);
        admin().body(Map.of("emails", List.of(email), "role", "ADMIN"))
                .post("/api/users/" + UUID.randomUUID() + "/invitations")
                .then()
                .statusCode(404);
        admin().post("/api/users/" + company + "/invitations/"
                        + scene.registered().admin() + "/resend")
                .then()
                .statusCode(404);
    }

    private RequestSpecification admin() {
        return as(TestTokens.admin(company, registered.admin()));
    }

    private Response invite(String... emails) {
        return admin().body(Map.of("emails", List.of(emails), "role", "MEMBER"))
                .post("/api/users/" + company + "/invitations");
    }

    private Response resend(UUID user) {
        return admin().post("/api/users/" + company + "/invitations/" + user + "/resend");
    }

    private static Response accept(String token) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("firstName", "Grace", "lastName", "Hopper", "password", Scene.PASSWORD))
                .post("/api/invitations/" + token + "/accept");
    }

    private List<JsonNode> invitations() {
        return published.events(company, "invitation-issued");
    }
}
