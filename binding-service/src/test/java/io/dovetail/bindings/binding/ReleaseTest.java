package io.dovetail.bindings.binding;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.bindings.Scene;
import io.dovetail.bindings.Scene.Attempt;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The identity of a deactivated person is kept until an administrator releases it (security.md H8). */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class ReleaseTest {
    @Inject
    Scene scene;

    private final Attempt leaver = Attempt.any();
    private final Attempt newcomer = leaver.byUser(UUID.randomUUID());
    private final UUID company = leaver.companyId();
    private final String administrator = TestTokens.admin(company, UUID.randomUUID());

    @BeforeEach
    void somebodyIsBound() {
        scene.awaitTaken(
                scene.userChanged(company, leaver.userId(), 1, "leaver@example.com", "ACTIVE"),
                scene.userChanged(company, newcomer.userId(), 1, "newcomer@example.com", "ACTIVE"));
        Scene.present(scene.ticket(leaver)).then().statusCode(200);
    }

    @Test
    void aNewcomerIsBoundToAReleasedIdentityAndNotBefore() {
        deactivate();
        Scene.present(scene.ticket(newcomer)).then().statusCode(409).body("type", is("/problems/identity-taken"));

        release(administrator, leaver.userId()).statusCode(204);

        Scene.present(scene.ticket(newcomer.byUser(newcomer.userId()))).then().statusCode(200);
        assertEquals(
                "REMOVED",
                scene.events(company, "binding-changed").get(1).get("state").asText());
        release(administrator, leaver.userId()).statusCode(404);
    }

    @Test
    void nobodyLosesTheIdentityOfAnAccountInUse() {
        release(administrator, leaver.userId()).statusCode(409).body("type", is("/problems/user-not-deactivated"));

        assertEquals(1, scene.events(company, "binding-changed").size());
    }

    @Test
    void isNotFoundForStrangersAndRefusedToMembers() {
        deactivate();

        release(TestTokens.admin(UUID.randomUUID(), UUID.randomUUID()), leaver.userId())
                .statusCode(404);
        release(administrator, UUID.randomUUID()).statusCode(404);
        release(administrator, newcomer.userId()).statusCode(404);
        release(TestTokens.member(company, UUID.randomUUID()), leaver.userId()).statusCode(403);

        assertEquals(1, scene.events(company, "binding-changed").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"userId\":null}", "{\"userId\":\"x\"}", "[", "[]"})
    void answersBadInputWithAProblem(String body) {
        send(administrator, body).statusCode(400).contentType("application/problem+json");
    }

    private void deactivate() {
        scene.awaitTaken(scene.userChanged(company, leaver.userId(), 2, "leaver@example.com", "DEACTIVATED"));
    }

    private ValidatableResponse release(String token, UUID user) {
        return send(token, "{\"userId\":\"" + user + "\"}");
    }

    private ValidatableResponse send(String token, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/api/bindings/" + company + "/identities/release")
                .then();
    }
}
