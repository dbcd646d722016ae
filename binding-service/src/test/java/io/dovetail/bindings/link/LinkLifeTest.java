package io.dovetail.bindings.link;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.bindings.MovableClock;
import io.dovetail.bindings.Scene;
import io.dovetail.bindings.Scene.Attempt;
import io.dovetail.kit.testing.EmbeddedParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a link is good for, and what spends it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class LinkLifeTest extends CompanyWithLinks {
    @Inject
    MovableClock clock;

    @Inject
    ForgetEndedLinks forgetEndedLinks;

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
    void bindsNobodyAgainByALateEventOrTicketOfTheSameSignIn() {
        enabledWithOneUser();
        var attempt = new Attempt(company, user, source, "ada", UUID.randomUUID());
        Scene.present(scene.ticket(attempt)).then().statusCode(200); // an administrator's own: no link is spent
        asAdministrator().delete("/api/bindings/" + company + "/" + user).then().statusCode(204);

        scene.awaitTaken(scene.accept(attempt));

        Scene.present(scene.ticket(attempt)).then().statusCode(410);
        assertEquals(0, scene.count("select count(*) from binding where company_id = ? and state = 'BOUND'", company));
    }

    @Test
    void forgetsLinks90DaysAfterTheirEndButNoneThatOnlyExpired() {
        enabledWithOneUser();
        resend().statusCode(202);
        clock.advance(Duration.ofDays(89));
        forgetEndedLinks.handle();
        assertEquals(2, scene.count("select count(*) from binding_link where company_id = ?", company));

        clock.advance(Duration.ofDays(2));
        forgetEndedLinks.handle();

        assertEquals(1, scene.count("select count(*) from binding_link where company_id = ?", company));
        scene.awaitTaken(scene.userChanged(company, user, 2, "ada@example.com", "ACTIVE"));
        assertEquals(2, scene.told(company, "link-issued"));
    }
}
