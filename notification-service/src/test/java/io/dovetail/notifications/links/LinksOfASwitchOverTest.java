package io.dovetail.notifications.links;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.TestEvents;
import io.dovetail.notifications.MovableClock;
import io.dovetail.notifications.Neighbours;
import io.dovetail.notifications.Neighbours.Person;
import io.dovetail.notifications.Scene;
import io.dovetail.notifications.smtp.Postbox;
import io.dovetail.notifications.smtp.SmtpPort;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Once single sign-on is off, no mail goes out whose link was for what it was before, even if no service says so. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
@QuarkusTestResource(SmtpPort.class)
class LinksOfASwitchOverTest {
    private final Postbox postbox = Postbox.shared();
    private final Person ada = Neighbours.person(UUID.randomUUID());

    @Inject
    Neighbours neighbours;

    @Inject
    Scene scene;

    @Inject
    MovableClock clock;

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BINDING", "INVITATION"})
    void aMailThatWaitsIsDropped(String kind) {
        var event = issued(Map.of("switchOver", 1, "kind", kind));
        postbox.answer(ada.email(), "451 4.3.0 try again later");
        TestEvents.publish(event);
        awaitTried(event);

        goes("OFF", 2);

        neighbours.awaitMails(event, 1, "CANCELLED");
        assertNothingGoesOut();
    }

    @Test
    void aMailThatIsAskedForTooLateIsNotSent() {
        goes("OFF", 2);

        var event = issued(Map.of("switchOver", 1));
        TestEvents.publish(event);

        neighbours.awaitMails(event, 1, "CANCELLED");
        assertNothingGoesOut();
    }

    @Test
    void norIfAnEarlierEndIsHeardOfLast() {
        goes("OFF", 4);
        goes("ON_TRIAL", 3);
        goes("OFF", 2);

        var event = issued(Map.of("switchOver", 3));
        TestEvents.publish(event);

        neighbours.awaitMails(event, 1, "CANCELLED");
    }

    @Test
    void aLinkForTheEnableToComeIsMailed() {
        var waiting = issued(Map.of("switchOver", 3));
        postbox.answer(ada.email(), "451 4.3.0 try again later");
        TestEvents.publish(waiting);
        awaitTried(waiting);

        goes("OFF", 2);
        postbox.letThrough(ada.email());
        clock.advance(Duration.ofMinutes(1));
        var later = issued(Map.of("switchOver", 3));
        TestEvents.publish(later);

        neighbours.awaitMails(waiting, 1, "SENT");
        neighbours.awaitMails(later, 1, "SENT");
    }

    @Test
    void soIsALinkWhileSingleSignOnIsOn() {
        goes("OFF", 0);
        goes("ON_TRIAL", 1);
        goes("ON", 1);

        var event = issued(Map.of("switchOver", 1));
        TestEvents.publish(event);

        neighbours.awaitMails(event, 1, "SENT");
    }

    @Test
    void aLinkOfWhichItIsNotKnownIsMailed() {
        goes("OFF", 2);

        var unknown = new HashMap<String, Object>();
        unknown.put("switchOver", null);
        var event = issued(unknown);
        TestEvents.publish(event);

        neighbours.awaitMails(event, 1, "SENT");
    }

    private void goes(String state, int switchOver) {
        neighbours.take(neighbours.event(
                "sso",
                "connection-changed",
                ada.companyId(),
                Actor.system(),
                Map.of("state", state, "switchOver", switchOver)));
    }

    private Event issued(Map<String, ?> changes) {
        var data = new HashMap<String, Object>(changes);
        data.put("linkId", UUID.randomUUID());
        data.put("sealedLink", neighbours.sealed("binding-service", "http://localhost:8080/bind/abc"));
        data.put("expiresAt", neighbours.linkEnd().toString());
        return neighbours.about(ada, "bindings", "link-issued", Actor.system(), data);
    }

    private void awaitTried(Event event) {
        Eventually.until(
                "the mail to be tried",
                () -> scene.count(
                                "select count(*) from delivery where cause_event_id = ? and last_answer like '451%'",
                                event.id())
                        == 1);
    }

    private void assertNothingGoesOut() {
        postbox.letThrough(ada.email());
        clock.advance(Duration.ofMinutes(1));
        scene.await(scene.issued(), "SENT");
        assertEquals(0, postbox.to(ada.email()).size());
        assertEquals(
                0,
                scene.count(
                        "select count(*) from delivery where company_id = ? and link is not null", ada.companyId()));
    }
}
