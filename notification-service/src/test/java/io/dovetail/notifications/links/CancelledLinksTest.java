package io.dovetail.notifications.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mail of a dead link does not go out, whichever of the two events comes first. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
@QuarkusTestResource(SmtpPort.class)
class CancelledLinksTest {
    private static final String KINDS = """
            bindings, link-issued, link-cancelled, binding-service
            users, password-link-issued, password-link-cancelled, user-service
            users, invitation-issued, password-link-cancelled, user-service""";

    @Inject
    Neighbours neighbours;

    @Inject
    Scene scene;

    @Inject
    MovableClock clock;

    private final Postbox postbox = Postbox.shared();
    private final Person ada = Neighbours.person(UUID.randomUUID());
    private final UUID link = UUID.randomUUID();

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource(textBlock = KINDS)
    void aMailThatWaitsIsDropped(String topic, String issued, String cancelled, String sealedBy) {
        var event = issued(topic, issued, sealedBy);
        postbox.answer(ada.email(), "451 4.3.0 try again later");
        TestEvents.publish(event);
        awaitTried(event);

        neighbours.take(cancelled(topic, cancelled));

        neighbours.awaitMails(event, 1, "CANCELLED");
        assertNothingGoesOut(event);
    }

    @ParameterizedTest
    @CsvSource(textBlock = KINDS)
    void aMailThatIsAskedForTooLateIsNotSent(String topic, String issued, String cancelled, String sealedBy) {
        neighbours.take(cancelled(topic, cancelled));

        var event = issued(topic, issued, sealedBy);
        TestEvents.publish(event);

        neighbours.awaitMails(event, 1, "CANCELLED");
        assertNothingGoesOut(event);
    }

    @Test
    void aMailThatIsOutStaysSent() {
        var event = issued("bindings", "link-issued", "binding-service");
        TestEvents.publish(event);
        neighbours.awaitMails(event, 1, "SENT");

        neighbours.take(cancelled("bindings", "link-cancelled"));

        neighbours.awaitMails(event, 1, "SENT");
    }

    @Test
    void theMailOfAnotherLinkGoesOut() {
        neighbours.take(neighbours.about(
                ada, "bindings", "link-cancelled", Actor.system(), Map.of("linkId", UUID.randomUUID())));

        TestEvents.publish(issued("bindings", "link-issued", "binding-service"));

        postbox.await(ada.email());
    }

    private void assertNothingGoesOut(Event event) {
        postbox.letThrough(ada.email());
        clock.advance(Duration.ofMinutes(1));
        scene.await(scene.issued(), "SENT");
        assertEquals(0, postbox.to(ada.email()).size());
        assertEquals(
                0,
                scene.count("select count(*) from delivery where cause_event_id = ? and link is not null", event.id()));
        assertFalse(scene.told(ada.companyId(), "mail-sent") > 0);
    }

    private void awaitTried(Event event) {
        Eventually.until(
                "the mail to be tried",
                () -> scene.count(
                                "select count(*) from delivery where cause_event_id = ? and last_answer like '451%'",
                                event.id())
                        == 1);
    }

    private Event issued(String topic, String name, String sealedBy) {
        var changes = Map.of(
                "linkId", link,
                "sealedLink", neighbours.sealed(sealedBy, "http://localhost:8080/bind/abc"),
                "expiresAt", neighbours.linkEnd().toString());
        return neighbours.about(ada, topic, name, Actor.system(), changes);
    }

    private Event cancelled(String topic, String name) {
        return neighbours.about(ada, topic, name, Actor.system(), Map.of("linkId", link));
    }
}
