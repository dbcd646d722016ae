package io.dovetail.notifications.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.notifications.MovableClock;
import io.dovetail.notifications.Scene;
import io.dovetail.notifications.smtp.Postbox;
import io.dovetail.notifications.smtp.SmtpPort;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Deliveries are kept for 90 days. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
@QuarkusTestResource(SmtpPort.class)
class ForgetDeliveriesTest {

    @Inject
    Scene scene;

    @Inject
    ForgetDeliveries forget;

    @Inject
    MovableClock clock;

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void forgetsADeliveryAfterNinetyDaysAndNotBefore() {
        Postbox.shared();
        var link = scene.issued();
        scene.await(link, "SENT");

        clock.advance(Duration.ofDays(90).minusMinutes(5));
        forget.handle();
        assertTrue(scene.find(link).isPresent());

        clock.advance(Duration.ofMinutes(10));
        forget.handle();
        assertEquals(Optional.empty(), scene.find(link));
    }
}
