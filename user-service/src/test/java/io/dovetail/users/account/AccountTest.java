package io.dovetail.users.account;

import static io.dovetail.users.Scene.as;
import static io.dovetail.users.Scene.createPassword;
import static io.dovetail.users.Scene.refresh;
import static io.dovetail.users.Scene.signIn;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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

/** Administrators change, deactivate, reactivate and remove accounts. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class AccountTest {
    @Inject
    Scene scene;

    @Inject
    Published published;

    private Scene.Registered registered;
    private UUID company;
    private String email;
    private UUID member;

    @BeforeEach
    void aCompanyWithAPendingMember() {
        registered = scene.active();
        company = registered.company();
        email = "grace@" + registered.domain();
        member = UUID.fromString(admin().body(Map.of("emails", List.of(email), "role", "MEMBER"))
                .post("/api/users/" + company + "/invitations")
                .path("results[0].userId"));
    }

    @Test
    void changesRoleAndAddress() {
        comesIn();

        patch(member, Map.of("role", "ADMIN", "email", "Hopper@" + registered.domain()))
                .then()
                .statusCode(204);

        signIn("hopper@" + registered.domain(), Scene.PASSWORD)
                .then()
                .statusCode(201)
                .body("user.role", is("ADMIN"));
        signIn(email, Scene.PASSWORD).then().statusCode(401);
    }

    @Test
    void aChangedAddressEndsTheInvitationAndMailsTheNewOne() {
        var first = scene.token(invitations().get(0));

        patch(member, Map.of("email", "hopper@" + registered.domain())).then().statusCode(204);

        accept(first).then().statusCode(410);
        assertEquals(
                "hopper@" + registered.domain(),
                invitations().get(1).get("email").asText());
        accept(scene.token(invitations().get(1))).then().statusCode(204);
    }

    @Test
    void refusesAnAddressThatSomebodyElseHas() {
        patch(member, Map.of("email", registered.email()))
                .then()
                .statusCode(409)
                .body("type", is("/problems/email-taken"));
        patch(member, Map.of("email", "nobody")).then().statusCode(400);
        patch(member, Map.of("role", "OWNER")).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demote", "deactivate", "remove"})
    void keepsTheLastActiveAdministrator(String way) {
        patch(member, Map.of("role", "ADMIN")).then().statusCode(204);

        var answer = lose(registered.admin(), way);

        answer.then().statusCode(409).body("type", is("/problems/last-administrator"));
        signIn(registered.email(), Scene.PASSWORD).then().statusCode(201).body("user.role", is("ADMIN"));
    }

    @Test
    void keepsOneOfTwoAdministratorsWhoDemoteEachOtherAtTheSameMoment() {
        comesIn();
        patch(member, Map.of("role", "ADMIN")).then().statusCode(204);

        var statuses = Together.times(2, i -> lose(i == 0 ? registered.admin() : member, "demote"));

        assertEquals(List.of(204, 409), statuses.stream().sorted().toList());
    }

    @Test
    void aDeactivatedPersonIsOutAndComesBackWhenReactivated() {
        comesIn();
        String token = signIn(email, Scene.PASSWORD).path("refreshToken");

        lose(member, "deactivate").then().statusCode(204);

        refresh(token).then().statusCode(401);
        signIn(email, Scene.PASSWORD).then().statusCode(401);
        post(member, "reactivate").then().statusCode(204);
        signIn(email, Scene.PASSWORD).then().statusCode(201);
    }

    @Test
    void aDeactivatedInvitationIsDeadAndSentAnewWhenReactivated() {
        var first = scene.token(invitations().get(0));

        lose(member, "deactivate").then().statusCode(204);

        accept(first).then().statusCode(404);
        assertFalse(published.events(company, "password-link-cancelled").isEmpty());
        post(member, "reactivate").then().statusCode(204);
        post(member, "reactivate").then().statusCode(204);
        assertEquals(
                "PENDING", published.last(company, "user-changed").get("status").asText());
        assertEquals(2, invitations().size());
        accept(scene.token(invitations().get(1))).then().statusCode(204);
    }

    @Test
    void whoIsReactivatedAfterDisableIsMailedALink() {
        comesIn();
        lose(member, "deactivate").then().statusCode(204);
        scene.switchOver(company, "OFF", 2, 1);

        post(member, "reactivate").then().statusCode(204);

        var link = published.last(company, "password-link-issued");
        assertEquals(member.toString(), link.get("userId").asText());
        createPassword(scene.token(link), Scene.PASSWORD).then().statusCode(204);
        signIn(email, Scene.PASSWORD).then().statusCode(201);
    }

    @Test
    void forgetsWhoIsRemoved() {
        comesIn();
        scene.binding(company, member, UUID.randomUUID(), "grace");
        String token = signIn(email, Scene.PASSWORD).path("refreshToken");

        lose(member, "remove").then().statusCode(204);

        refresh(token).then().statusCode(401);
        EventContracts.assertKept("user-erased", published.last(company, "user-erased"));
        for (var table : List.of("password", "password_link", "session", "binding_copy")) {
            assertEquals("0", published.value("select count(*) from " + table + " where user_id = ?", member), table);
        }
        lose(member, "remove").then().statusCode(404);
    }

    @Test
    void changesNobodyOfAnotherCompany() {
        var other = scene.active();
        for (var way : List.of("demote", "deactivate", "remove")) {
            lose(other.admin(), way).then().statusCode(404);
        }
        as(TestTokens.member(company, member))
                .post("/api/users/" + company + "/" + member + "/deactivate")
                .then()
                .statusCode(403);
        signIn(other.email(), Scene.PASSWORD).then().statusCode(201);
    }

    private void comesIn() {
        accept(scene.token(invitations().get(0))).then().statusCode(204);
    }

    private Response lose(UUID user, String way) {
        return switch (way) {
            case "demote" -> patch(user, Map.of("role", "MEMBER"));
            case "remove" -> admin().delete("/api/users/" + company + "/" + user);
            default -> post(user, way);
        };
    }

    private Response patch(UUID user, Map<String, String> wish) {
        return admin().body(wish).patch("/api/users/" + company + "/" + user);
    }

    private Response post(UUID user, String way) {
        return admin().post("/api/users/" + company + "/" + user + "/" + way);
    }

    private RequestSpecification admin() {
        return as(TestTokens.admin(company, registered.admin()));
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
