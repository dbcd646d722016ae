package io.dovetail.notifications.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.notifications.MovableClock;
import io.dovetail.notifications.Neighbours;
import io.dovetail.notifications.Scene;
import io.dovetail.notifications.Scene.Link;
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
import org.junit.jupiter.params.provider.ValueSource;

/** While a company is suspended its mails rest; when it goes on, so do they, unless their links have ended. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
@QuarkusTestResource(SmtpPort.class)
class SuspensionTest {
    private final Postbox postbox = Postbox.shared();
    private final UUID company = UUID.randomUUID();

    @Inject
    Neighbours neighbours;

    @Inject
    Scene scene;

    @Inject
    CheckClaim checkClaim;

    @Inject
    MovableClock clock;

    @AfterEach
    void finish() {
        scene.execute("delete from delivery where state = 'QUEUED'");
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FIRST_ADMINISTRATOR", "RESET"})
    void aMailRestsAndGoesOnWithItsCompany(String cause) {
        becomes("SUSPENDED", 2);
        var link = queued(cause);
        passAWhile();
        assertEquals("QUEUED", scene.find(link).orElseThrow().state());
        assertEquals(0, scene.find(link).orElseThrow().tries());

        becomes("ACTIVE", 3);

        scene.await(link, "SENT");
        assertEquals(1, postbox.to(link.email()).size());
    }

    @Test
    void aMailThatWaitsForItsNextTryRestsToo() {
        becomes("ACTIVE", 1);
        var link = scene.link(company, "RESET");
        postbox.answer(link.email(), "451 4.3.0 try again later");
        neighbours.take(link.event());
        scene.awaitPostponed(link, 1);

        becomes("SUSPENDED", 2);

        postbox.letThrough(link.email());
        clock.advance(Duration.ofMinutes(1));
        passAWhile();
        assertEquals(0, postbox.to(link.email()).size());
    }

    @Test
    void aMailThatWasTakenUpBeforeDoesNotGoOut() {
        becomes("ACTIVE", 1);
        var link = scene.link(company, "RESET");
        postbox.answer(link.email(), "451 4.3.0 try again later");
        neighbours.take(link.event());
        var tried = scene.awaitPostponed(link, 1);
        assertTrue(checkClaim.handle(tried.id(), tried.tries()));

        becomes("SUSPENDED", 2);

        assertFalse(checkClaim.handle(tried.id(), tried.tries()));
    }

    @Test
    void aMailIsGivenUpWhenItsLinkEndsMeanwhile() {
        becomes("SUSPENDED", 2);
        var link = queued("RESET");

        clock.advance(Scene.LIFE.plusMinutes(1));

        scene.await(link, "FAILED");
        assertEquals(0, postbox.to(link.email()).size());
        assertFalse(scene.find(link).orElseThrow().hasLink());
    }

    @Test
    void anOlderStateThatIsHeardLaterChangesNothing() {
        becomes("SUSPENDED", 2);
        becomes("ACTIVE", 1);

        var link = queued("RESET");

        passAWhile();
        assertEquals("QUEUED", scene.find(link).orElseThrow().state());
    }

    private Link queued(String cause) {
        var link = scene.link(company, cause);
        neighbours.take(link.event());
        return link;
    }

    private void becomes(String status, int revision) {
        neighbours.take(neighbours.event(
                "users", "company-changed", company, Actor.system(), Map.of("status", status, "revision", revision)));
    }

    /** Long enough for a mail of another company that was queued later. */
    private void passAWhile() {
        scene.await(scene.issued(), "SENT");
    }
}
