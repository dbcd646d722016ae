package io.dovetail.users.session;

import static io.dovetail.users.Scene.as;
import static io.dovetail.users.Scene.refresh;
import static io.dovetail.users.Scene.signIn;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.testing.EmbeddedParts;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to one person's sessions at the same moment happens one after the other. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class AtTheSameMomentTest {
    private static final int SESSIONS = 6;

    @Inject
    Scene scene;

    @Inject
    Published published;

    private Scene.Registered registered;
    private String grace;
    private String email;

    @BeforeEach
    void aSecondAdministrator() {
        registered = scene.active();
        email = "grace@" + registered.domain();
        grace = as(TestTokens.admin(registered.company(), registered.admin()))
                .body(Map.of("emails", List.of(email), "role", "ADMIN"))
                .post("/api/users/" + registered.company() + "/invitations")
                .path("results[0].userId");
        var token = scene.token(published.last(registered.company(), "invitation-issued"));
        given().contentType(ContentType.JSON)
                .body(Map.of("firstName", "Grace", "lastName", "Hopper", "password", Scene.PASSWORD))
                .post("/api/invitations/" + token + "/accept")
                .then()
                .statusCode(204);
    }

    @Test
    void noneOfSigningOutRefreshingAndLosingARoleFailsOnTheOther() {
        for (var round = 0; round < 5; round++) {
            role("ADMIN").then().statusCode(204);
            var sessions = IntStream.range(0, SESSIONS)
                    .mapToObj(i -> signIn(email, Scene.PASSWORD))
                    .toList();

            var statuses = Together.times(2 * SESSIONS + 1, i -> i == SESSIONS ? role("MEMBER") : change(sessions, i));

            assertTrue(statuses.stream().allMatch(status -> status < 500), statuses.toString());
        }
        assertEquals(
                "0",
                published.value("select count(*) from session where user_id = ?::uuid and ended_at is null", grace));
    }

    private static Response change(List<Response> sessions, int number) {
        var session = sessions.get(number % SESSIONS);
        return number < SESSIONS
                ? as(session.path("accessToken")).delete("/api/sessions/current")
                : refresh(session.path("refreshToken"));
    }

    private Response role(String role) {
        return as(TestTokens.admin(registered.company(), registered.admin()))
                .body(Map.of("role", role))
                .patch("/api/users/" + registered.company() + "/" + grace);
    }
}
