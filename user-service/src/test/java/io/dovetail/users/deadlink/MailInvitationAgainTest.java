package io.dovetail.users.deadlink;

import static io.dovetail.users.Scene.as;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.EventContracts;
import io.dovetail.kit.testing.TestTokens;
import io.dovetail.users.MovableClock;
import io.dovetail.users.Published;
import io.dovetail.users.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever holds an invitation, dead or good, has it mailed again to the same address. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class MailInvitationAgainTest {
    @Inject
    Scene scene;

    @Inject
    Published published;

    @Inject
    MovableClock clock;

    private Scene.Registered registered;
    private UUID company;
    private String email;
    private String user;
    private String first;

    @BeforeEach
    void anInvitedPerson() {
        registered = scene.active();
        company = registered.company();
        email = "grace@" + registered.domain();
        user = as(TestTokens.admin(company, registered.admin()))
                .body(Map.of("emails", List.of(email), "role", "MEMBER"))
                .post("/api/users/" + company + "/invitations")
                .path("results[0].userId");
        first = scene.token(invitations().get(0));
    }

    @AfterEach
    void presentAgain() {
        clock.reset();
    }

    @Test
    void mailsANewOneToTheSameAddressWhenTheOldOneHasExpired() {
        clock.advance(Duration.ofHours(73));

        var answer = resend(first);

        answer.then().statusCode(202);
        assertEquals(2, invitations().size());
        assertEquals(email, invitations().get(1).get("email").asText());
        EventContracts.assertKept("invitation-issued", invitations().get(1));
        accept(first).then().statusCode(410);
        accept(scene.token(invitations().get(1))).then().statusCode(204);
    }

    @Test
    void mailsAtMostThreeAnHour() {
        for (var i = 0; i < 5; i++) {
            resend(first).then().statusCode(202);
        }
        assertEquals(4, invitations().size());

        clock.advance(Duration.ofMinutes(61));
        resend(first).then().statusCode(202);

        assertEquals(5, invitations().size());
    }

    @Test
    void answersTheSameForWhatItDoesNotKnow() {
        var known = resend(first);

        var unknown = resend("not-a-token");

        assertEquals(known.statusCode(), unknown.statusCode());
        assertEquals(known.body().asString(), unknown.body().asString());
        assertEquals(2, invitations().size());
    }

    @Test
    void mailsNothingToWhoIsAwaitedNoMore() {
        var passwordLink = scene.newestToken(company);
        accept(first).then().statusCode(204);

        resend(first).then().statusCode(202);
        resend(passwordLink).then().statusCode(202);

        assertEquals(1, invitations().size());
        assertEquals(1, published.events(company, "password-link-issued").size());
    }

    @Test
    void mailsNothingToWhoIsDeactivated() {
        as(TestTokens.admin(company, registered.admin())).post("/api/users/" + company + "/" + user + "/deactivate");

        resend(first).then().statusCode(202);

        assertEquals(1, invitations().size());
    }

    private static Response resend(String token) {
        return given().contentType(ContentType.JSON).post("/api/invitations/" + token + "/resend");
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
