package io.dovetail.users.deadlink;

import static io.dovetail.users.Scene.as;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.EventContracts;
import io.dovetail.kit.testing.TestEvents;
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

/** Whoever asks at the page of a dead link gets the right one, though another service may owe it by now. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class AskedAcrossSwitchOverTest {
    @Inject
    Scene scene;

    @Inject
    Published published;

    @Inject
    MovableClock clock;

    private Scene.Registered registered;
    private UUID company;
    private UUID grace;

    @BeforeEach
    void anAdministratorAndAnInvitedPerson() {
        registered = scene.active();
        company = registered.company();
        String user = as(TestTokens.admin(company, registered.admin()))
                .body(Map.of("emails", List.of("grace@" + registered.domain()), "role", "MEMBER"))
                .post("/api/users/" + company + "/invitations")
                .path("results[0].userId");
        grace = UUID.fromString(user);
    }

    @AfterEach
    void presentAgain() {
        clock.reset();
    }

    @Test
    void passesOnOnceInFiveMinutesWhatIsAskedForWhileSingleSignOnIsOn() {
        var invitation = scene.token(invitations().get(0));
        scene.switchOver(company, "ON", 1, 1);

        var first = resend("invitations", invitation);
        var second = resend("invitations", invitation);

        first.then().statusCode(202);
        assertEquals(first.body().asString(), second.body().asString());
        assertEquals(1, asked().size());
        EventContracts.assertKept("link-asked", asked().get(0));
        assertEquals(grace.toString(), asked().get(0).get("userId").asText());
        assertEquals(1, asked().get(0).get("switchOver").asLong());
        TestEvents.await("dovetail.users", "link-asked", company, grace.toString());
        clock.advance(Duration.ofMinutes(5));
        resend("invitations", invitation);
        assertEquals(2, asked().size());
        assertEquals(1, invitations().size());
    }

    @Test
    void passesOnWhatIsAskedForAtADeadPasswordLink() {
        var link = scene.newestToken(company);
        scene.switchOver(company, "ON", 1, 1);

        resend("password-resets", link).then().statusCode(202);
        resend("password-resets", "not-a-token").then().statusCode(202);

        assertEquals(1, asked().size());
        assertEquals(registered.admin().toString(), asked().get(0).get("userId").asText());
        assertEquals(1, passwordLinks().size());
    }

    @Test
    void mailsAnInvitationToWhoIsAwaitedAndAskedAtADeadBindingLink() {
        scene.switchOver(company, "ON", 1, 1);
        scene.switchOver(company, "OFF", 2, 1);
        assertEquals(2, invitations().size(), "the automatic one");

        scene.linkAsked(company, grace, 2, clock.instant());

        assertEquals(3, invitations().size());
        given().contentType(ContentType.JSON)
                .body(Map.of("firstName", "Grace", "lastName", "Hopper", "password", Scene.PASSWORD))
                .post("/api/invitations/" + scene.token(invitations().get(2)) + "/accept")
                .then()
                .statusCode(204);
    }

    @Test
    void mailsALinkToCreateAPasswordToWhoHasNone() {
        scene.switchOver(company, "ON", 1, 1);
        scene.switchOver(company, "OFF", 2, 1);
        assertEquals(2, passwordLinks().size(), "the automatic one");

        scene.linkAsked(company, registered.admin(), 2, clock.instant());

        assertEquals(3, passwordLinks().size());
        assertEquals("PASSWORD_ASKED_FOR", passwordLinks().get(2).get("cause").asText());
        EventContracts.assertKept("password-link-issued", passwordLinks().get(2));
        Scene.createPassword(scene.newestToken(company), Scene.PASSWORD).then().statusCode(204);
    }

    @Test
    void mailsNothingToWhoHasAPasswordOrIsDeactivatedOrAskedAnHourAgo() {
        scene.switchOver(company, "ON_TRIAL", 1, 0);
        scene.switchOver(company, "OFF", 2, 0);

        scene.linkAsked(company, registered.admin(), 2, clock.instant());
        scene.linkAsked(company, grace, 2, clock.instant().minus(Duration.ofHours(1)));
        as(TestTokens.admin(company, registered.admin())).post("/api/users/" + company + "/" + grace + "/deactivate");
        scene.linkAsked(company, grace, 2, clock.instant());

        assertEquals(1, passwordLinks().size());
        assertEquals(1, invitations().size());
    }

    @Test
    void waitsWithItUntilTheSwitchOverIsHeardOf() {
        scene.switchOver(company, "ON_TRIAL", 1, 0);

        scene.linkAsked(company, grace, 2, clock.instant());
        assertEquals(1, invitations().size());
        scene.switchOver(company, "OFF", 2, 0);

        assertEquals(2, invitations().size(), "an undo owes her none of itself");
        assertEquals(List.of(), asked());
    }

    @Test
    void waitsForAnHourOnly() {
        scene.switchOver(company, "ON_TRIAL", 1, 0);
        scene.linkAsked(company, grace, 2, clock.instant());

        clock.advance(Duration.ofHours(1));
        scene.switchOver(company, "OFF", 2, 0);

        assertEquals(1, invitations().size());
    }

    @Test
    void passesItBackWhenSwitchedOnMeanwhileAndNotAgainFromThere() {
        scene.switchOver(company, "ON_TRIAL", 3, 0);

        scene.linkAsked(company, grace, 2, clock.instant());
        scene.linkAsked(company, grace, 3, clock.instant());

        assertEquals(1, asked().size());
        assertEquals(3, asked().get(0).get("switchOver").asLong());
        assertEquals(1, invitations().size());
    }

    @Test
    void mailsNobodyOfASuspendedOrAnotherCompany() {
        var other = scene.active();
        scene.linkAsked(other.company(), grace, 0, clock.instant());
        Scene.operator().post("/api/companies/" + company + "/suspend").then().statusCode(204);
        scene.linkAsked(company, grace, 0, clock.instant());

        assertEquals(1, invitations().size());
    }

    private static Response resend(String kind, String token) {
        return given().contentType(ContentType.JSON).post("/api/" + kind + "/" + token + "/resend");
    }

    private List<JsonNode> asked() {
        return published.events(company, "link-asked");
    }

    private List<JsonNode> invitations() {
        return published.events(company, "invitation-issued");
    }

    private List<JsonNode> passwordLinks() {
        return published.events(company, "password-link-issued");
    }
}
