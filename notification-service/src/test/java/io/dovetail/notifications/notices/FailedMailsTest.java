package io.dovetail.notifications.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.notifications.MovableClock;
import io.dovetail.notifications.Neighbours;
import io.dovetail.notifications.Neighbours.Person;
import io.dovetail.notifications.smtp.Postbox;
import io.dovetail.notifications.smtp.SmtpPort;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.Multipart;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What administrators are told of a job whose mails did not all arrive. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
@QuarkusTestResource(SmtpPort.class)
class FailedMailsTest {
    private final Postbox postbox = Postbox.shared();
    private final UUID company = UUID.randomUUID();
    private final UUID job = UUID.randomUUID();
    private final Person grace = Neighbours.person(company);
    private final Person ada = Neighbours.person(company);

    @Inject
    Sendings sendings;

    @Inject
    MovableClock clock;

    private Instant start;

    @BeforeEach
    void twoAdministrators() {
        sendings.knowAdministrators(company, grace, ada);
        start = clock.instant();
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void everyAdministratorIsToldHowManyOfHowManyFailedAndWhereToLook() throws Exception {
        link(job, "SENT");
        link(job, "SENT");
        link(job, "FAILED");
        progress(job, "DONE");

        sendings.lookAfter(Duration.ofMinutes(1));

        for (var administrator : new Person[] {grace, ada}) {
            var mail = postbox.await(administrator.email());
            assertEquals("1 of 3 mails to people of Example Works failed", mail.getSubject());
            var text = (String) ((Multipart) mail.getContent()).getBodyPart(0).getContent();
            assertTrue(text.contains("http://localhost:8080/settings/mails?state=FAILED"), text);
        }
        assertEquals(2, sendings.told(company));
    }

    @Test
    void isToldOnceHoweverOftenTheEndIsHeardOfAndLookedAt() {
        link(job, "FAILED");
        progress(job, "DONE");
        progress(job, "DONE");
        sendings.lookAfter(Duration.ofMinutes(1));

        progress(job, "DONE");
        sendings.lookAfter(Duration.ofMinutes(2));
        sendings.lookAfter(Duration.ofMinutes(2));

        assertEquals(2, sendings.told(company));
    }

    @Test
    void oneMailCountsForOneJob() {
        var other = UUID.randomUUID();
        link(job, "FAILED");
        link(other, "SENT");
        progress(job, "DONE");
        progress(other, "DONE");

        sendings.lookAfter(Duration.ofMinutes(1));

        assertEquals(2, sendings.told(company));
        assertEquals(2, sendings.told(company, 1, 1));
    }

    @Test
    void nothingIsSaidOfJobsWhoseMailsArrived() {
        link(job, "SENT");
        progress(job, "DONE");

        sendings.lookAfter(Duration.ofMinutes(1));

        assertEquals(0, sendings.told(company));
    }

    @Test
    void nothingIsSaidOfMailsThatNoJobSent() {
        link(job, "SENT");
        sendings.link(company, null, Actor.user(grace.userId()), "FAILED");
        sendings.link(company, null, Actor.system(), "FAILED");
        progress(job, "DONE");

        sendings.lookAfter(Duration.ofMinutes(1));

        assertEquals(0, sendings.told(company));
    }

    @Test
    void nothingIsSaidBeforeTheJobIsDone() {
        link(job, "FAILED");
        progress(job, "RUNNING");

        sendings.lookAfter(Duration.ofMinutes(1));

        assertEquals(0, sendings.told(company));
    }

    @Test
    void aPausedJobIsLookedAtLikeOneThatIsDone() {
        link(job, "FAILED");
        progress(job, "PAUSED");

        sendings.lookAfter(Duration.ofMinutes(1));

        assertEquals(2, sendings.told(company, 1, 1));
    }

    @Test
    void aJobThatGoesOnIsLookedAtWhenItStandsStillAgain() {
        link(job, "FAILED");
        progress(job, "PAUSED");
        clock.advance(Duration.ofSeconds(30));
        progress(job, "RUNNING");
        sendings.lookAfter(Duration.ofMinutes(90));
        assertEquals(0, sendings.told(company));
        link(job, "FAILED");
        progress(job, "DONE");

        sendings.lookAfter(Duration.ofMinutes(1));

        assertEquals(2, sendings.told(company));
        assertEquals(2, sendings.told(company, 2, 2));
    }

    @Test
    void whatFailsLaterIsToldOnTheNextDayAltogether() {
        link(job, "FAILED");
        progress(job, "DONE");
        sendings.lookAfter(Duration.ofMinutes(1));
        link(job, "FAILED");
        link(job, "FAILED");

        sendings.lookAfter(Duration.ofHours(23));
        assertEquals(2, sendings.told(company));

        sendings.lookAfter(Duration.ofHours(2));
        assertEquals(4, sendings.told(company));
        assertEquals(2, sendings.told(company, 3, 3));
    }

    private void link(UUID ofJob, String fate) {
        sendings.link(company, ofJob, Actor.system(), fate);
    }

    private void progress(UUID ofJob, String state) {
        sendings.progress(company, ofJob, start, state);
    }
}
