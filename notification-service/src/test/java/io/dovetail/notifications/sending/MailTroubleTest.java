package io.dovetail.notifications.sending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.TestEvents;
import io.dovetail.notifications.MovableClock;
import io.dovetail.notifications.Scene;
import io.dovetail.notifications.smtp.Postbox;
import io.dovetail.notifications.smtp.SmtpPort;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mail server that is down, slow, refusing for now or for good. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
@QuarkusTestResource(SmtpPort.class)
class MailTroubleTest {

    @Inject
    Scene scene;

    @Inject
    MovableClock clock;

    private Postbox postbox;

    @BeforeEach
    void findThePostbox() {
        postbox = Postbox.shared();
    }

    @AfterEach
    void repairEverything() {
        postbox.takeUp();
        clock.reset();
    }

    @Test
    void waitsForAServerThatIsDown() {
        postbox.shutDown();
        var link = scene.issued();
        var waiting = scene.awaitPostponed(link, 1);
        assertEquals("QUEUED", waiting.state());
        assertTrue(waiting.hasLink());

        postbox.takeUp();
        clock.advance(Duration.ofSeconds(6));

        assertEquals(2, scene.await(link, "SENT").tries());
        assertEquals(1, postbox.to(link.email()).size());
    }

    @Test
    void doublesThePauseWithEachTry() {
        postbox.shutDown();
        var link = scene.issued();
        scene.awaitPostponed(link, 1);

        clock.advance(Duration.ofSeconds(6));
        var second = scene.awaitPostponed(link, 2);

        var pause = Duration.between(clock.instant(), second.nextTryAt());
        assertTrue(pause.compareTo(Duration.ofSeconds(10)) <= 0, "pause=" + pause);
        assertTrue(pause.compareTo(Duration.ofSeconds(5)) > 0, "pause=" + pause);
    }

    @Test
    void isNotStuckBehindConnectionsOnWhichTheServerNeverAnswers() {
        postbox.fallSilent();
        var links = Stream.generate(scene::issued).limit(15).toList();
        links.forEach(link -> scene.awaitPostponed(link, 1));

        postbox.takeUp();

        Eventually.until("all sent, those under way at the next try", () -> {
            clock.advance(Duration.ofSeconds(5));
            return links.stream().allMatch(this::isSent);
        });
        Eventually.until("silent connections closed", () -> postbox.silentConnections() == 0);
    }

    @Test
    void triesAgainAfterATemporaryAnswer() {
        var link = scene.link();
        postbox.answer(link.email(), "451 4.3.0 try again later");
        TestEvents.publish(link.event());
        var waiting = scene.awaitPostponed(link, 1);
        assertTrue(waiting.lastAnswer().startsWith("451"), waiting.lastAnswer());

        postbox.letThrough(link.email());
        clock.advance(Duration.ofSeconds(6));

        assertEquals(2, scene.await(link, "SENT").tries());
    }

    @Test
    void givesUpAtOnceAfterAPermanentAnswer() {
        var link = scene.link();
        postbox.answer(link.email(), "550 5.1.1 no such mailbox");

        TestEvents.publish(link.event());

        var row = scene.await(link, "FAILED");
        assertEquals(1, row.tries());
        assertEquals("550 5.1.1 no such mailbox", row.lastAnswer());
        assertFalse(row.hasLink());
        var failed = TestEvents.await("dovetail.mail", "mail-failed", link.companyId(), "no such mailbox");
        assertEquals(link.userId().toString(), failed.key());
    }

    @Test
    void doesNotBlameTheMailForALoginThatTheServerRefuses() {
        var link = scene.link();
        postbox.answer(link.email(), "530 5.7.0 authentication required");

        TestEvents.publish(link.event());

        assertEquals("QUEUED", scene.awaitPostponed(link, 1).state());
    }

    @Test
    void givesUpWhenTheLinkEnds() {
        var link = scene.link();
        postbox.answer(link.email(), "451 4.3.0 try again later");
        TestEvents.publish(link.event());
        scene.awaitPostponed(link, 1);

        clock.advance(Scene.LIFE);

        var row = scene.await(link, "FAILED");
        assertEquals("451 4.3.0 try again later", row.lastAnswer());
        assertFalse(row.hasLink());
        assertEquals(1, scene.told(link.companyId(), "mail-failed"));
    }

    @Test
    void givesUpOnAnAddressThatNoMailCanHave() {
        var good = scene.link();
        var bad = scene.link(UUID.randomUUID(), "RESET", "ada at example dot com", good.url(), sealedOf(good));

        TestEvents.publish(bad.event());

        assertEquals(
                "The address can't be used in a mail.",
                scene.await(bad, "FAILED").lastAnswer());
    }

    @Test
    void givesUpOnALinkThatNobodySealedForUs() {
        var link = scene.link(UUID.randomUUID(), "RESET", "ada@example.com", "http://localhost:8080/x", "a.b.c.d.e");

        TestEvents.publish(link.event());

        assertEquals(
                "The link could not be opened: ticket-invalid",
                scene.await(link, "FAILED").lastAnswer());
    }

    private boolean isSent(Scene.Link link) {
        return scene.find(link).orElseThrow().state().equals("SENT");
    }

    private static String sealedOf(Scene.Link link) {
        return (String) ((java.util.Map<?, ?>) link.event().data()).get("sealedLink");
    }
}
