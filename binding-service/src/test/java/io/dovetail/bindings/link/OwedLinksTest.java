package io.dovetail.bindings.link;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.Eventually;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is owed which link. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class OwedLinksTest extends CompanyWithLinks {

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
                scene.userChanged(company, user, 2, "ada@example.com", "ACTIVE"));

        awaitJobsDone();
        assertEquals(1, scene.told(company, "link-issued"));
        show(token).statusCode(200).body("state", is("LIVE"));
    }

    /** Whoever reads the old address binds nobody (security.md J5). */
    @Test
    void killsTheLinkThatWentToAnotherAddressAndMailsOneToTheNew() {
        var token = enabledWithOneUser();

        scene.awaitTaken(scene.userChanged(company, user, 2, "ada@example.org", "ACTIVE"));

        var links = awaitLinks(2);
        assertEquals("ada@example.org", links.get(1).get("email").asText());
        show(token).statusCode(200).body("state", is("REPLACED"));
        start(token, "browser").statusCode(410);
        show(scene.token(links.get(1))).body("state", is("LIVE"));
        assertEquals(1, scene.told(company, "link-cancelled"));
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
}
