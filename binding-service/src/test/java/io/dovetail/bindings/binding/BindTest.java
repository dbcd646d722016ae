package io.dovetail.bindings.binding;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.bindings.Scene;
import io.dovetail.bindings.Scene.Attempt;
import io.dovetail.kit.identity.BrowserCookie;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.TestEvents;
import io.dovetail.kit.ticket.Pair;
import io.dovetail.kit.ticket.Tickets;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Binding by ticket, by event, by both in either order, and what hinders it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class BindTest {
    private static final Pair TO_USERS = new Pair("binding-service", "user-service");

    @Inject
    Scene scene;

    @Inject
    Tickets tickets;

    @Inject
    BrowserCookie browserCookie;

    @Test
    void bindsByTicketAndAnswersATicketForUserService() {
        var attempt = Attempt.any();

        var answer = Scene.present(scene.ticket(attempt));

        answer.then().statusCode(200);
        var claims = bound(answer.path("ticket"));
        assertEquals(attempt.companyId().toString(), claims.get("companyId").asText());
        assertEquals(attempt.userId().toString(), claims.get("userId").asText());
        assertEquals(attempt.source().toString(), claims.get("source").asText());
        assertEquals("ada", claims.get("samlId").asText());
        assertEquals("Ada", claims.get("firstName").asText());
        assertEquals("Lovelace", claims.get("lastName").asText());
        assertEquals(attempt.signInId().toString(), claims.get("signInId").asText());
        assertEquals(1, claims.get("revision").asLong());
        assertTrue(claims.get("browserHash").isNull());
    }

    @Test
    void tellsTheBindingAsAStateAndAsADeed() {
        var attempt = Attempt.any();

        Scene.present(scene.ticket(attempt)).then().statusCode(200);

        var user = attempt.userId().toString();
        var changed = TestEvents.await("dovetail.bindings", "binding-changed", attempt.companyId(), "\"BOUND\"");
        var completed = TestEvents.await(
                "dovetail.bindings",
                "binding-completed",
                attempt.companyId(),
                attempt.signInId().toString());
        assertEquals(user, changed.key());
        assertEquals(user, completed.key());
        assertEquals(user, TestEvents.header(completed, "ce_authid"));
    }

    @Test
    void bindsByEventWhenTheBrowserDied() {
        var attempt = Attempt.any();

        scene.awaitTaken(scene.accept(attempt));

        assertEquals(1, scene.bindings(attempt.companyId()));
        assertEquals(1, scene.told(attempt.companyId(), "binding-changed"));
        assertEquals(1, scene.told(attempt.companyId(), "binding-completed"));
    }

    @Test
    void eventAfterTheTicketChangesNothing() {
        var attempt = Attempt.any();
        Scene.present(scene.ticket(attempt)).then().statusCode(200);

        scene.awaitTaken(scene.accept(attempt));

        assertEquals(1, scene.bindings(attempt.companyId()));
        assertEquals(1, scene.told(attempt.companyId(), "binding-changed"));
        assertEquals(1, scene.told(attempt.companyId(), "binding-completed"));
    }

    @Test
    void ticketAfterTheEventAnswersTheSameBinding() {
        var attempt = Attempt.any();
        scene.awaitTaken(scene.accept(attempt));
        var first = bound(Scene.present(scene.ticket(attempt)).path("ticket")).get("bindingId");

        var answer = Scene.present(scene.ticket(attempt));

        answer.then().statusCode(200);
        assertEquals(first, bound(answer.path("ticket")).get("bindingId"));
        assertEquals(1, scene.bindings(attempt.companyId()));
        assertEquals(1, scene.told(attempt.companyId(), "binding-completed"));
    }

    @Test
    void refusesAnIdentityOfAnotherUserAndTellsItOnce() {
        var holder = Attempt.any();
        Scene.present(scene.ticket(holder)).then().statusCode(200);
        var attempt = holder.byUser(UUID.randomUUID());

        Scene.present(scene.ticket(attempt))
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", is("/problems/identity-taken"));

        scene.awaitTaken(scene.accept(attempt));
        assertEquals(1, scene.bindings(holder.companyId()));
        assertEquals(1, scene.told(holder.companyId(), "binding-refused"));
        var refused = TestEvents.await("dovetail.bindings", "binding-refused", holder.companyId(), "IDENTITY_TAKEN");
        assertEquals(attempt.userId().toString(), refused.key());
    }

    @Test
    void refusesASecondIdentityOfTheSameSource() {
        var first = Attempt.any();
        Scene.present(scene.ticket(first)).then().statusCode(200);

        Scene.present(scene.ticket(first.withSamlId("countess")))
                .then()
                .statusCode(409)
                .body("type", is("/problems/other-identity-bound"));

        assertEquals(1, scene.bindings(first.companyId()));
    }

    @Test
    void bindsTheSameUserInAnotherSource() {
        var first = Attempt.any();
        Scene.present(scene.ticket(first)).then().statusCode(200);

        Scene.present(scene.ticket(first.withSource(UUID.randomUUID()))).then().statusCode(200);

        assertEquals(2, scene.bindings(first.companyId()));
    }

    @Test
    void takesIdentitiesThatDifferInCaseOrFormForDifferentOnes() {
        var first = Attempt.any().withSamlId("zo\u00eb");
        Scene.present(scene.ticket(first)).then().statusCode(200);

        for (var lookalike : new String[] {"Zo\u00eb", "zoe\u0308", "zo\u00eb "}) {
            var other = first.byUser(UUID.randomUUID()).withSamlId(lookalike);
            Scene.present(scene.ticket(other)).then().statusCode(200);
        }

        assertEquals(4, scene.bindings(first.companyId()));
    }

    @Test
    void refusesADeactivatedUser() {
        var attempt = Attempt.any();
        scene.awaitTaken(scene.userChanged(attempt.companyId(), attempt.userId(), 3, "ada@example.com", "DEACTIVATED"));

        Scene.present(scene.ticket(attempt)).then().statusCode(409).body("type", is("/problems/user-deactivated"));

        assertEquals(0, scene.bindings(attempt.companyId()));
        assertEquals(1, scene.told(attempt.companyId(), "binding-refused"));
    }

    @Test
    void refusesAUserOfAnotherCompany() {
        var attempt = Attempt.any();
        scene.awaitTaken(scene.userChanged(UUID.randomUUID(), attempt.userId(), 3, "ada@example.com", "ACTIVE"));

        Scene.present(scene.ticket(attempt)).then().statusCode(409).body("type", is("/problems/user-unknown"));

        assertEquals(0, scene.bindings(attempt.companyId()));
    }

    @Test
    void ticketOfAnotherBrowserIsRefusedAndNotSpent() {
        var ticket = scene.ticket(Attempt.any(), "bind", BrowserCookie.hash("the browser that signed in"));

        Scene.present(ticket).then().statusCode(403).body("type", is("/problems/other-browser"));
        present(ticket, "another browser").then().statusCode(403);

        present(ticket, "the browser that signed in").then().statusCode(200);
    }

    private io.restassured.response.Response present(String ticket, String cookie) {
        return given().cookie(browserCookie.name(), cookie)
                .contentType("application/json")
                .body(Map.of("ticket", ticket))
                .post("/api/bindings");
    }

    private JsonNode bound(String ticket) {
        return tickets.open(TO_USERS, "bound", JsonNode.class, ticket).claims();
    }
}
