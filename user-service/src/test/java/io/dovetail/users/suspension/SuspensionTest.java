package io.dovetail.users.suspension;

import static io.dovetail.users.Scene.as;
import static io.dovetail.users.Scene.createPassword;
import static io.dovetail.users.Scene.operator;
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
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody of a suspended company works until it is resumed. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class SuspensionTest {
    @Inject
    Scene scene;

    @Inject
    Published published;

    private Scene.Registered registered;
    private UUID company;

    @BeforeEach
    void aCompany() {
        registered = scene.active();
        company = registered.company();
    }

    @Test
    void aRightPasswordIsAnsweredLikeAWrongOne() {
        var wrong = signIn(registered.email(), "wrong " + Scene.PASSWORD);

        suspend();

        var right = signIn(registered.email(), Scene.PASSWORD);
        assertEquals(401, right.statusCode());
        assertEquals(wrong.body().asString(), right.body().asString());
    }

    @Test
    void whoeverIsInIsOut() {
        var opened = signIn(registered.email(), Scene.PASSWORD);

        suspend();

        refresh(opened.path("refreshToken")).then().statusCode(401);
        as(opened.path("accessToken")).get("/api/me").then().statusCode(401);
        var ended = published.last(company, "sessions-ended");
        assertTrue(ended.get("userId").isNull());
        EventContracts.assertKept("company-changed", published.last(company, "company-changed"));
        assertEquals(
                "SUSPENDED",
                published.last(company, "company-changed").get("status").asText());
    }

    @Test
    void nobodyStaysInWhoSignsInAtTheSameMoment() {
        Together.times(
                12,
                i -> i == 6
                        ? operator().post("/api/companies/" + company + "/suspend")
                        : signIn(registered.email(), Scene.PASSWORD));

        assertEquals(
                "0",
                published.value("select count(*) from session where company_id = ? and ended_at is null", company));
    }

    @Test
    void linksAndInvitationsRestAndAreGoodAgainAfterwards() {
        invite("grace@" + registered.domain()).then().statusCode(200);
        var invitation = scene.token(published.last(company, "invitation-issued"));
        var other = scene.registered();
        var link = scene.newestToken(other.company());

        suspend();
        operator().post("/api/companies/" + other.company() + "/suspend").then().statusCode(204);

        given().get("/api/invitations/" + invitation).then().statusCode(404);
        accept(invitation).then().statusCode(404).body("type", is("/problems/password-link-unknown"));
        given().get("/api/password-resets/" + link).then().statusCode(404);
        createPassword(link, Scene.PASSWORD).then().statusCode(404);
        resume();
        accept(invitation).then().statusCode(204);
    }

    @Test
    void nobodyIsInvited() {
        suspend();

        invite("grace@" + registered.domain()).then().statusCode(403).body("type", is("/problems/company-suspended"));

        operator()
                .post("/api/companies/" + company + "/first-administrator")
                .then()
                .statusCode(403);
        assertEquals(0, published.events(company, "user-invited").size());
    }

    @Test
    void nobodyIsMailedAWayIn() {
        suspend();

        given().contentType(ContentType.JSON)
                .body(Map.of("email", registered.email()))
                .post("/api/password-resets")
                .then()
                .statusCode(202);

        scene.waysInAnswered();
        assertEquals(1, published.events(company, "password-link-issued").size());
    }

    @Test
    void whoCameToBeOwedALinkIsMailedItOnceResumed() {
        suspend();
        scene.switchOver(company, "OFF", 2, 1);
        assertEquals(1, published.events(company, "password-link-issued").size());

        resume();

        scene.reconciled(company);
        assertEquals(2, published.events(company, "password-link-issued").size());
        createPassword(scene.newestToken(company), Scene.PASSWORD).then().statusCode(204);
        signIn(registered.email(), Scene.PASSWORD).then().statusCode(201);
    }

    @Test
    void doneAgainChangesNothing() {
        suspend();
        suspend();

        assertEquals(2, published.events(company, "company-changed").size());
        resume();
        resume();
        assertEquals(3, published.events(company, "company-changed").size());
        signIn(registered.email(), Scene.PASSWORD).then().statusCode(201);
    }

    @Test
    void isTheOperatorsAloneAndOfKnownCompanies() {
        var admin = TestTokens.admin(company, registered.admin());

        for (var call : List.of("suspend", "resume")) {
            as(admin).post("/api/companies/" + company + "/" + call).then().statusCode(401);
            for (var unknown : List.of(UUID.randomUUID().toString(), "not-an-id")) {
                operator()
                        .post("/api/companies/" + unknown + "/" + call)
                        .then()
                        .statusCode(404)
                        .body("type", is("/problems/company-unknown"));
            }
        }
        signIn(registered.email(), Scene.PASSWORD).then().statusCode(201);
    }

    private void suspend() {
        operator().post("/api/companies/" + company + "/suspend").then().statusCode(204);
    }

    private void resume() {
        operator().post("/api/companies/" + company + "/resume").then().statusCode(204);
    }

    private Response invite(String email) {
        return as(TestTokens.admin(company, registered.admin()))
                .body(Map.of("emails", List.of(email), "role", "MEMBER"))
                .post("/api/users/" + company + "/invitations");
    }

    private static Response accept(String token) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("firstName", "Grace", "lastName", "Hopper", "password", Scene.PASSWORD))
                .post("/api/invitations/" + token + "/accept");
    }
}
