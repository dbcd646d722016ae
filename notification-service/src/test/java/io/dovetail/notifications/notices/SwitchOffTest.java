package io.dovetail.notifications.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.Eventually;
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
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Once single sign-on went off, the links of jobs begun before are dead, and nothing is said of their mails. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
@QuarkusTestResource(SmtpPort.class)
class SwitchOffTest {
    private final Postbox postbox = Postbox.shared();
    private final UUID company = UUID.randomUUID();
    private final UUID job = UUID.randomUUID();
    private final Person grace = Neighbours.person(company);

    @Inject
    Neighbours neighbours;

    @Inject
    Sendings sendings;

    @Inject
    Scene scene;

    @Inject
    MovableClock clock;

    private Instant start;

    @BeforeEach
    void anAdministrator() {
        sendings.knowAdministrators(company, grace);
        start = clock.instant();
        clock.advance(Duration.ofSeconds(1));
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({"connection-disabled, false", "connection-disabled, true", "connection-rolled-back, false"})
    void nothingIsSaidOfWhatWasSentBefore(String name, boolean undone) {
        sendings.failed(company, job);
        sendings.progress(company, job, start, "DONE");

        goesOff(name, undone);

        sendings.lookAfter(Duration.ofMinutes(1));
        sendings.lookAfter(Duration.ofDays(4));
        assertEquals(0, sendings.told(company));
    }

    @Test
    void norIfTheEndOfTheJobIsHeardOfAfterwards() {
        sendings.failed(company, job);
        goesOff("connection-disabled", false);

        sendings.progress(company, job, start, "DONE");

        sendings.lookAfter(Duration.ofMinutes(1));
        sendings.lookAfter(Duration.ofDays(4));
        assertEquals(0, sendings.told(company));
    }

    @Test
    void norIfAnOlderSwitchOffIsHeardOfLast() {
        sendings.failed(company, job);
        var older = neighbours.event("sso", "connection-disabled", company, Actor.system(), Map.of());
        clock.advance(Duration.ofSeconds(1));
        start = clock.instant();
        clock.advance(Duration.ofSeconds(1));
        goesOff("connection-disabled", false);
        neighbours.take(older);

        sendings.progress(company, job, start, "DONE");

        sendings.lookAfter(Duration.ofMinutes(1));
        assertEquals(0, sendings.told(company));
    }

    @Test
    void whatIsSentLaterIsToldOfAgain() {
        goesOff("connection-disabled", false);
        clock.advance(Duration.ofSeconds(1));
        start = clock.instant();
        sendings.failed(company, job);
        sendings.progress(company, job, start, "DONE");

        sendings.lookAfter(Duration.ofMinutes(1));

        assertEquals(1, sendings.told(company));
    }

    @Test
    void aMailThatIsNotOutYetIsCalledBack() {
        var anywhere = "select count(*) from delivery where company_id = ? and kind = 'MAILS_FAILED' and state = ?";
        postbox.answer(grace.email(), "451 4.7.1 greylisted, try again later");
        sendings.failed(company, job);
        sendings.progress(company, job, start, "DONE");
        sendings.lookAfter(Duration.ofMinutes(1));
        Eventually.until("a mail waits", () -> scene.count(anywhere, company, "QUEUED") == 1);

        goesOff("connection-rolled-back", false);

        assertEquals(1, scene.count(anywhere, company, "CANCELLED"));
    }

    private void goesOff(String name, boolean undone) {
        neighbours.take(neighbours.event("sso", name, company, Actor.system(), Map.of("undone", undone)));
    }
}
