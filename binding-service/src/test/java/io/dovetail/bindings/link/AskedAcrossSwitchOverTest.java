package io.dovetail.bindings.link;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.bindings.MovableClock;
import io.dovetail.bindings.Scene.Attempt;
import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.EventContracts;
import io.dovetail.kit.testing.TestEvents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever asks at the page of a dead link gets the right one, though another service may owe it by now. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class AskedAcrossSwitchOverTest extends CompanyWithLinks {
    @Inject
    MovableClock clock;

    @AfterEach
    void presentAgain() {
        clock.reset();
    }

    @Test
    void passesOnOnceInFiveMinutesWhatIsAskedForAfterDisable() {
        var token = enabledWithOneUser();
        scene.awaitTaken(scene.connectionChanged(company, 2, "OFF", source, 2, null));
        awaitJobsDone();

        askForNew(token).statusCode(202);
        askForNew(token).statusCode(202);

        assertEquals(1, scene.told(company, "link-asked"));
        var asked = scene.events(company, "link-asked").get(0);
        EventContracts.assertKept("link-asked", asked);
        assertEquals(2, asked.get("switchOver").asLong());
        TestEvents.await("dovetail.bindings", "link-asked", company, user.toString());
        clock.advance(Duration.ofMinutes(5));
        askForNew(token).statusCode(202);
        assertEquals(2, scene.told(company, "link-asked"));
        assertEquals(1, scene.told(company, "link-issued"));
    }

    @Test
    void renewsALinkForTheEnableToComeItself() {
        var token = sentBeforeEnable();
        clock.advance(Duration.ofHours(73));

        askForNew(token).statusCode(202);

        assertEquals("ASKED_FOR", awaitLinks(2).get(1).get("cause").asText());
        assertEquals(0, scene.told(company, "link-asked"));
    }

    @Test
    void mailsOneLinkToWhoAskedAtADeadInvitationThoughItIsToldTwice() {
        var old = enabledWithOneUser();
        clock.advance(Duration.ofHours(25));
        var data = Map.of("companyId", company, "userId", user, "switchOver", 1, "askedAt", clock.instant());
        var event = Event.of(
                "dovetail.users", "link-asked", user.toString(), company, Actor.anonymous(), clock.instant(), data);

        TestEvents.publish(event);
        TestEvents.publish(event);
        scene.awaitTaken(event.id(), asked(1));

        var links = awaitLinks(2);
        assertEquals("ASKED_FOR", links.get(1).get("cause").asText());
        show(old).body("state", is("REPLACED"));
        show(scene.token(links.get(1))).body("state", is("LIVE"));
    }

    /** Anybody can give anybody's address (decision 0026). */
    @Test
    void killsNoGoodLinkOfThatDayThoughStrangersAskAgainAndAgain() {
        var token = enabledWithOneUser();

        for (var hours = 0; hours < 24; hours += 6) {
            scene.awaitTaken(asked(1));
            clock.advance(Duration.ofHours(6).minusSeconds(1));
            scene.awaitTaken(asked(1));
        }

        show(token).body("state", is("LIVE"));
        assertEquals(1, scene.told(company, "link-issued"));
    }

    @Test
    void mailsALinkToWhoAskedElsewhereOnceTheOpenOneHasExpired() {
        enabledWithOneUser();
        clock.advance(Duration.ofHours(73));

        scene.awaitTaken(asked(1));

        assertEquals("ASKED_FOR", awaitLinks(2).get(1).get("cause").asText());
    }

    @Test
    void replacesAGoodLinkForWhoAsksAtThePageOfADeadOne() {
        var dead = enabledWithOneUser();
        resend().statusCode(202);
        clock.advance(Duration.ofMinutes(6));

        askForNew(dead).statusCode(202);

        assertEquals("ASKED_FOR", awaitLinks(3).get(2).get("cause").asText());
    }

    @Test
    void keepsTheWishUntilASuspendedCompanyGoesOn() {
        enabledWithOneUser();
        clock.advance(Duration.ofHours(25));
        companyBecomes(1, "SUSPENDED");
        scene.awaitTaken(asked(1));
        assertEquals(1, scene.told(company, "link-issued"));

        companyBecomes(2, "ACTIVE");

        assertEquals("ASKED_FOR", awaitLinks(2).get(1).get("cause").asText());
        awaitJobsDone();
    }

    @Test
    void waitsWithItUntilTheSwitchOverIsHeardOf() {
        sentBeforeEnable();
        clock.advance(Duration.ofHours(25));
        scene.awaitTaken(asked(1));
        assertEquals(1, scene.told(company, "link-issued"));

        enable(2, 1);

        var links = awaitLinks(2);
        assertEquals("ASKED_FOR", links.get(1).get("cause").asText());
        show(scene.token(links.get(1))).body("state", is("LIVE"));
    }

    @Test
    void waitsWithItUntilTheUserIsHeardOf() {
        enable(1, 1);
        scene.awaitTaken(asked(1));

        scene.awaitTaken(scene.userChanged(company, user, 1, "ada@example.com", "PENDING"));

        assertEquals("INVITATION", awaitLinks(1).get(0).get("kind").asText());
        assertEquals(0, scene.count("select count(*) from waiting_request where user_id = ?", user));
    }

    @Test
    void passesItBackWhenSwitchedOffMeanwhileAndNotAgainFromThere() {
        enabledWithOneUser();
        scene.awaitTaken(scene.connectionChanged(company, 2, "OFF", source, 2, null));
        awaitJobsDone();

        scene.awaitTaken(asked(1));
        scene.awaitTaken(asked(2));

        assertEquals(1, scene.told(company, "link-asked"));
        assertEquals(
                2, scene.events(company, "link-asked").get(0).get("switchOver").asLong());
        assertEquals(1, scene.told(company, "link-issued"));
    }

    @Test
    void mailsNothingToWhoAskedAnHourAgo() {
        enabledWithOneUser();
        clock.advance(Duration.ofHours(2));

        scene.awaitTaken(scene.linkAsked(company, user, 1, clock.instant().minus(Duration.ofHours(1))));

        assertEquals(1, scene.told(company, "link-issued"));
    }

    @Test
    void waitsForAnHourOnly() {
        sentBeforeEnable();
        scene.awaitTaken(asked(1));
        clock.advance(Duration.ofHours(1));

        enable(2, 1);

        assertEquals(1, scene.told(company, "link-issued"));
        assertEquals(0, scene.count("select count(*) from waiting_request where user_id = ?", user));
    }

    @Test
    void mailsNothingToWhoIsBoundOrDeactivated() {
        enabledWithOneUser();
        var gone = UUID.randomUUID();
        scene.awaitTaken(scene.userChanged(company, gone, 1, "gone@example.com", "DEACTIVATED"));
        scene.bindBy(new Attempt(company, user, source, "ada", UUID.randomUUID()), linkId())
                .then()
                .statusCode(200);
        clock.advance(Duration.ofMinutes(6));

        scene.awaitTaken(asked(1), scene.linkAsked(company, gone, 1, clock.instant()));

        assertEquals(1, scene.told(company, "link-issued"));
    }

    private UUID asked(long switchOver) {
        return scene.linkAsked(company, user, switchOver, clock.instant());
    }
}
