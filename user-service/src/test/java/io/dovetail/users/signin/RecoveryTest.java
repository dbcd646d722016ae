package io.dovetail.users.signin;

import static io.dovetail.users.Scene.as;
import static io.dovetail.users.Scene.refresh;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.EventContracts;
import io.dovetail.kit.testing.TestTokens;
import io.dovetail.users.MovableClock;
import io.dovetail.users.Published;
import io.dovetail.users.Scene;
import io.dovetail.users.Together;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A ticket of a recovery code opens a session that is good for the company's connection alone. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class RecoveryTest {
    @Inject
    Scene scene;

    @Inject
    Browser browser;

    @Inject
    Published published;

    @Inject
    MovableClock clock;

    @Inject
    ObjectMapper json;

    private Scene.Registered registered;

    @BeforeEach
    void aCompany() {
        registered = scene.active();
    }

    @AfterEach
    void presentAgain() {
        clock.reset();
    }

    @Test
    void opensASessionWithoutGroupsForTheConnectionAlone() throws Exception {
        var answer = browser.present(ticket());

        answer.then().statusCode(201).body("user.id", is(registered.admin().toString()));
        assertConnectionAlone(answer);
        var opened = published.last(registered.company(), "session-opened");
        assertEquals("RECOVERY", opened.get("method").asText());
        assertTrue(opened.get("signInId").isNull());
        EventContracts.assertKept("session-opened", opened);
    }

    @Test
    void isRefusedByEveryOtherCall() {
        String token = browser.present(ticket()).path("accessToken");
        var company = registered.company();

        for (var path : List.of(
                "/api/me",
                "/api/sessions",
                "/api/companies/" + company,
                "/api/users/" + company,
                "/api/users/" + company + "/" + registered.admin())) {
            as(token).get(path).then().statusCode(403).body("type", is("/problems/forbidden"));
        }
        as(token).delete("/api/sessions/" + UUID.randomUUID()).then().statusCode(403);
        as(token)
                .body(Map.of("emails", List.of("eve@" + registered.domain()), "role", "ADMIN"))
                .post("/api/users/" + company + "/invitations")
                .then()
                .statusCode(403);
        as(token)
                .body(Map.of("role", "MEMBER"))
                .patch("/api/users/" + company + "/" + registered.admin())
                .then()
                .statusCode(403);
        as(token)
                .delete("/api/users/" + company + "/" + registered.admin())
                .then()
                .statusCode(403);
    }

    @Test
    void staysSoHoweverOftenItIsRefreshedAndEndsAfterAnHour() throws Exception {
        String first = browser.present(ticket()).path("refreshToken");
        clock.advance(Duration.ofMinutes(59));

        var refreshed = refresh(first);

        refreshed.then().statusCode(200);
        assertConnectionAlone(refreshed);
        clock.advance(Duration.ofSeconds(61));
        refresh(refreshed.path("refreshToken")).then().statusCode(401);
    }

    @Test
    void endsBySigningOut() {
        var opened = browser.present(ticket());

        as(opened.path("accessToken")).delete("/api/sessions/current").then().statusCode(204);

        refresh(opened.path("refreshToken")).then().statusCode(401);
    }

    @Test
    void isSpentOnceOfTenTimesAtTheSameMoment() {
        var ticket = ticket();

        var statuses = Together.times(10, i -> browser.present(ticket));

        assertEquals(1, statuses.stream().filter(status -> status == 201).count(), statuses.toString());
        assertEquals(9, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
    }

    @Test
    void refusesAnotherBrowserWithoutSpendingTheTicket() {
        var ticket = ticket();

        browser.presentFrom("another-browser", ticket)
                .then()
                .statusCode(403)
                .body("type", is("/problems/other-browser"));
        Browser.presentWithoutCookie(ticket).then().statusCode(403);

        browser.present(ticket).then().statusCode(201);
    }

    @Test
    void takesATicketThatWasMadeForNoBrowserFromNone() {
        var ticket = browser.recoveryTicket(registered.company(), registered.admin(), false);

        browser.present(ticket).then().statusCode(403).body("type", is("/problems/other-browser"));

        Browser.presentWithoutCookie(ticket).then().statusCode(201);
    }

    @Test
    void refusesWhoAdministersTheCompanyNoMore() {
        var ofNobody = browser.recoveryTicket(registered.company(), UUID.randomUUID(), true);
        var ofAnother =
                browser.recoveryTicket(registered.company(), scene.active().admin(), true);
        var member = browser.recoveryTicket(registered.company(), aMember(), true);
        browser.deactivate(registered.admin());

        for (var ticket : List.of(ticket(), ofNobody, ofAnother, member)) {
            var answer = browser.present(ticket);

            answer.then().statusCode(403).body("type", is("/problems/recovery-refused"));
        }
        assertEquals(0, published.events(registered.company(), "session-opened").size());
    }

    @Test
    void isNotRefreshedOnceItsPersonAdministersNothing() {
        String token = browser.present(ticket()).path("refreshToken");
        browser.demote(registered.admin());

        refresh(token).then().statusCode(401);
    }

    @Test
    void bringsNobodyIntoAnAccountByABindingsTicket() {
        var signIn = Browser.SignIn.of(registered.company(), UUID.randomUUID());
        String token = browser.present(ticket()).path("accessToken");
        var bound = browser.boundTicket(UUID.randomUUID(), registered.admin(), signIn, false);

        var answer = Browser.presentSignedIn(token, bound);

        answer.then().statusCode(403).body("type", is("/problems/other-browser"));
    }

    private String ticket() {
        return browser.recoveryTicket(registered.company(), registered.admin(), true);
    }

    private UUID aMember() {
        String id = as(TestTokens.admin(registered.company(), registered.admin()))
                .body(Map.of("emails", List.of("grace@" + registered.domain()), "role", "MEMBER"))
                .post("/api/users/" + registered.company() + "/invitations")
                .path("results[0].userId");
        return UUID.fromString(id);
    }

    private void assertConnectionAlone(Response opened) throws JsonProcessingException {
        var claims = claims(opened.path("accessToken"));
        assertEquals("connection", claims.path("scope").asText());
        assertFalse(claims.has("groups"), claims.toString());
        assertEquals(registered.company().toString(), claims.path("company").asText());
    }

    private JsonNode claims(String accessToken) throws JsonProcessingException {
        return json.readTree(
                new String(Base64.getUrlDecoder().decode(accessToken.split("\\.")[1])));
    }
}
