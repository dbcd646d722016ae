package io.dovetail.bindings.link;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.bindings.MovableClock;
import io.dovetail.bindings.Scene;
import io.dovetail.bindings.Scene.Attempt;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is owed which link, and what a link is good for. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class LinksTest {
    private static final String COOKIE = "dovetail-browser";

    @Inject
    Scene scene;

    @Inject
    MovableClock clock;

    private final UUID company = UUID.randomUUID();
    private final UUID user = UUID.randomUUID();
    private final UUID source = UUID.randomUUID();

    @Test
    void givesEveryUnboundUserOneLinkWhenEnabled() {
        var pending = UUID.randomUUID();
        scene.awaitTaken(
                scene.companyChanged(company, "Example Works"),
                scene.userChanged(company, user, 1, "ada@example.com", "ACTIVE"),
                scene.userChanged(company, pending, 1, "bob@example.com", "PENDING"),
                scene.userChanged(company, UUID.randomUUID(), 1, "gone@example.com", "DEACTIVATED"));

        enable(1, 1);

        var links = awaitLinks(2);
        assertEquals("BINDING", of(links, user).get("kind").asText());
        assertEquals("ENABLED", of(links, user).get("cause").asText());
        assertEquals("INVITATION", of(links, pending).get("kind").asText());
        assertEquals("Example Works", links.get(0).get("companyName").asText());
    }

    @Test
    void givesNobodyASecondLinkForTheSameSwitchOver() {
        var token = enabledWithOneUser();

        scene.awaitTaken(
                scene.connectionChanged(company, 2, "ON", source, 1, null),
                scene.connectionChanged(company, 2, "ON", source, 1, null),
                scene.userChanged(company, user, 2, "ada@example.org", "ACTIVE"));

        awaitJobsDone();
        assertEquals(1, scene.told(company, "link-issued"));
        show(token).statusCode(200).body("state", is("LIVE"));
    }

    @Test
    void invitesWhoIsAddedWhileItIsOn() {
        enabledWithOneUser();
        var invited = UUID.randomUUID();

        scene.awaitTaken(scene.userChanged(company, invited, 1, "new@example.com", "PENDING"));

        assertEquals("INVITATION", of(awaitLinks(2), invited).get("kind").asText());
    }

    @Test
    void killsEveryLinkWhenSwitchedOff() {
        var token = enabledWithOneUser();

        scene.awaitTaken(scene.connectionChanged(company, 2, "OFF", source, 2, null));

        Eventually.until("the link's end", () -> scene.told(company, "link-cancelled") == 1);
        assertEquals(
                "SINGLE_SIGN_ON_OFF",
                scene.events(company, "link-cancelled").get(0).get("reason").asText());
        show(token).statusCode(200).body("state", is("SINGLE_SIGN_ON_OFF"));
        start(token, "browser").statusCode(410).body("type", is("/problems/link-not-needed"));
    }

    @Test
    void killsTheLinkOfWhoIsDeactivatedAndMakesAnotherOneWhenReactivated() {
        var token = enabledWithOneUser();

        scene.awaitTaken(scene.userChanged(company, user, 2, "ada@example.com", "DEACTIVATED"));
        show(token).body("state", is("DEACTIVATED"));
        scene.awaitTaken(scene.userChanged(company, user, 3, "ada@example.com", "ACTIVE"));

        awaitLinks(2);
    }

    @Test
    void isSpentByAnAcceptedSignInAlone() {
        var token = enabledWithOneUser();
        for (var i = 0; i < 100; i++) { // a mail scanner
            show(token).statusCode(200);
            start(token, "scanner-" + i).statusCode(200);
        }
        start(token, "browser")
                .statusCode(200)
                .body("redirectTo", startsWith("/auth/saml/" + company + "/login?intent="));
        show(token).body("state", is("LIVE"));

        scene.bindBy(new Attempt(company, user, source, "ada", UUID.randomUUID()), linkId())
                .then()
                .statusCode(200);

        show(token).body("state", is("USED"));
        start(token, "browser").statusCode(410).body("type", is("/problems/link-used"));
    }

    @Test
    void refusesToBindBySomethingElseThanTheNewestLink() {
        enabledWithOneUser();
        var old = linkId();
        resend().statusCode(202);

        var refused = scene.bindBy(new Attempt(company, user, source, "ada", UUID.randomUUID()), old);

        refused.then().statusCode(410).body("type", is("/problems/link-replaced"));
        assertEquals(0, scene.bindings(company));
        scene.bindBy(new Attempt(company, user, source, "ada", UUID.randomUUID()), linkId())
                .then()
                .statusCode(200);
    }

    @Test
    void expiresAfter72HoursAndSendsANewOneToTheSameAddress() {
        var token = enabledWithOneUser();
        clock.advance(Duration.ofHours(72).minusSeconds(1));
        show(token).body("state", is("LIVE"));

        clock.advance(Duration.ofSeconds(1));
        show(token).body("state", is("EXPIRED"));
        start(token, "browser").statusCode(410).body("type", is("/problems/link-expired"));
        askForNew(token).statusCode(202);
        askForNew(token).statusCode(202);

        var links = awaitLinks(2);
        assertEquals("ASKED_FOR", links.get(1).get("cause").asText());
        assertEquals("ada@example.com", links.get(1).get("email").asText());
        show(token).body("state", is("REPLACED"));
        show(scene.token(links.get(1))).body("state", is("LIVE"));
    }

    @Test
    void answersWhoAsksWithAnUnknownTokenAlike() {
        askForNew("no-such-token").statusCode(202);
        show("no-such-token").statusCode(404).body("type", is("/problems/link-unknown"));
        start("no-such-token", "browser").statusCode(404);
    }

    @Test
    void startsOnlyInABrowserThatKeepsCookies() {
        var token = enabledWithOneUser();

        given().post("/api/binding-links/" + token + "/start")
                .then()
                .statusCode(400)
                .body("type", is("/problems/browser-cookie-needed"));
    }

    @Test
    void sendsAnotherLinkToWhomAnAdministratorUnbinds() {
        enabledWithOneUser();
        scene.bindBy(new Attempt(company, user, source, "ada", UUID.randomUUID()), linkId())
                .then()
                .statusCode(200);

        asAdministrator().delete("/api/bindings/" + company + "/" + user).then().statusCode(204);

        assertEquals("UNBOUND", awaitLinks(2).get(1).get("cause").asText());
        assertEquals(1, scene.told(company, "binding-removed"));
        asAdministrator().delete("/api/bindings/" + company + "/" + user).then().statusCode(404);
    }

    @Test
    void bindsNobodyAgainByALateEventOfTheSameSignIn() {
        enabledWithOneUser();
        var attempt = new Attempt(company, user, source, "ada", UUID.randomUUID());
        Scene.present(scene.ticket(attempt)).then().statusCode(200); // an administrator's own: no link is spent
        asAdministrator().delete("/api/bindings/" + company + "/" + user).then().statusCode(204);

        scene.awaitTaken(scene.accept(attempt));

        assertEquals(0, scene.count("select count(*) from binding where company_id = ? and state = 'BOUND'", company));
    }

    @Test
    void sendsLinksBeforeEnableAndNoSecondOneWhenEnabled() {
        var ready = UUID.randomUUID();
        scene.awaitTaken(
                scene.userChanged(company, user, 1, "ada@example.com", "ACTIVE"),
                scene.connectionChanged(company, 1, "OFF", null, 0, ready));
        asAdministrator().post("/api/bindings/" + company + "/send").then().statusCode(202);
        var link = awaitLinks(1).get(0);
        assertEquals("SENT_BEFORE_ENABLE", link.get("cause").asText());
        show(scene.token(link)).body("state", is("LIVE"));

        scene.awaitTaken(scene.connectionChanged(company, 2, "ON_TRIAL", ready, 1, null));

        awaitJobsDone();
        assertEquals(1, scene.told(company, "link-issued"));
        assertEquals(0, scene.told(company, "link-cancelled"));
        show(scene.token(link)).body("state", is("LIVE"));
    }

    @Test
    void sendsNothingBeforeADraftIsVerified() {
        scene.awaitTaken(scene.userChanged(company, user, 1, "ada@example.com", "ACTIVE"));

        asAdministrator()
                .post("/api/bindings/" + company + "/send")
                .then()
                .statusCode(409)
                .body("type", is("/problems/nothing-to-send"));
    }

    @Test
    void replacesEveryLinkWhenTheProviderChanges() {
        var token = enabledWithOneUser();

        scene.awaitTaken(scene.connectionChanged(company, 2, "ON", UUID.randomUUID(), 1, null));

        var links = awaitLinks(2);
        assertNotEquals(links.get(0).get("linkId"), links.get(1).get("linkId"));
        show(token).body("state", is("REPLACED"));
    }

    private String enabledWithOneUser() {
        scene.awaitTaken(scene.userChanged(company, user, 1, "ada@example.com", "ACTIVE"));
        enable(1, 1);
        return scene.token(awaitLinks(1).get(0));
    }

    private void enable(long revision, int switchOver) {
        scene.awaitTaken(scene.connectionChanged(company, revision, "ON_TRIAL", source, switchOver, null));
        awaitJobsDone();
    }

    private void awaitJobsDone() {
        Eventually.until(
                "the jobs' end",
                () -> scene.count("select count(*) from job where company_id = ? and state <> 'DONE'", company) == 0);
    }

    private List<JsonNode> awaitLinks(int count) {
        Eventually.until(count + " links", () -> scene.told(company, "link-issued") == count);
        return scene.events(company, "link-issued");
    }

    private UUID linkId() {
        var links = scene.events(company, "link-issued");
        return UUID.fromString(links.get(links.size() - 1).get("linkId").asText());
    }

    private static JsonNode of(List<JsonNode> links, UUID user) {
        return links.stream()
                .filter(link -> link.get("userId").asText().equals(user.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static ValidatableResponse show(String token) {
        return given().get("/api/binding-links/" + token).then();
    }

    private static ValidatableResponse start(String token, String browser) {
        return given().cookie(COOKIE, browser)
                .post("/api/binding-links/" + token + "/start")
                .then();
    }

    private static ValidatableResponse askForNew(String token) {
        return given().post("/api/binding-links/" + token + "/resend").then();
    }

    private ValidatableResponse resend() {
        return asAdministrator()
                .post("/api/bindings/" + company + "/" + user + "/resend")
                .then();
    }

    private io.restassured.specification.RequestSpecification asAdministrator() {
        return given().auth().oauth2(TestTokens.admin(company, UUID.randomUUID()));
    }
}
