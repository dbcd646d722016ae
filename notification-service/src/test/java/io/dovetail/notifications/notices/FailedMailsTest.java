package io.dovetail.notifications.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.copies.Forgotten;
import io.dovetail.kit.event.Actor;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.notifications.MovableClock;
import io.dovetail.notifications.Neighbours;
import io.dovetail.notifications.Neighbours.Person;
import io.dovetail.notifications.Scene;
import io.dovetail.notifications.smtp.Postbox;
import io.dovetail.notifications.smtp.SmtpPort;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.Multipart;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
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
    Scene scene;

    @Inject
    LookAtJobs lookAtJobs;

    @Inject
    SendingJobs jobs;

    @Inject
    Forgotten forgotten;

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

    @Test
    void onlySoManyAreLookedAtInARow() {
        var far = Instant.parse("2500-01-01T00:00:00Z");
        scene.execute(
                "insert into sending_job (job_id, company_id, started_at, stopped_at, told, fresh, tell_at, next_look_at)"
                        + " select gen_random_uuid(), ?, now(), now(), 0, true, now(), '2499-01-01'"
                        + " from generate_series(1, ?)",
                company,
                SendingJobs.MOST + 1);

        assertEquals(SendingJobs.MOST, jobs.due(far).size());
    }

    @Test
    void waitsWithoutAnErrorUntilAnAdministratorIsKnown() {
        var young = UUID.randomUUID();
        sendings.failed(young, job);
        sendings.progress(young, job, start, "DONE");

        sendings.lookAfter(Duration.ofMinutes(1));

        assertEquals(0, sendings.told(young));
        assertEquals(
                1, scene.count("select count(*) from sending_job where job_id = ? and next_look_at > ?", job, later()));
        sendings.knowAdministrators(young, Neighbours.person(young));
        sendings.lookAfter(Duration.ofMinutes(1));
        assertEquals(1, sendings.told(young));
    }

    /** The removal holds the company first and its jobs then; whoever looks must do so in the same order. */
    @Test
    void waitsForARemovalAndDoesNotHinderIt() {
        link(job, "FAILED");
        progress(job, "DONE");
        clock.advance(Duration.ofMinutes(1));
        var look = new CompletableFuture<?>[1];

        QuarkusTransaction.requiringNew().run(() -> {
            forgotten.add(company);
            look[0] = CompletableFuture.runAsync(lookAtJobs::handle);
            Eventually.until(
                    "the look waits",
                    () -> scene.count("select count(*) from pg_locks where locktype = 'advisory' and not granted") > 0);
            scene.execute("set local lock_timeout = '500ms'");
            scene.execute("delete from sending_job where company_id = ?", company);
        });

        look[0].join();
        assertEquals(0, sendings.told(company));
    }

    private OffsetDateTime later() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private void link(UUID ofJob, String fate) {
        sendings.link(company, ofJob, Actor.system(), fate);
    }

    private void progress(UUID ofJob, String state) {
        sendings.progress(company, ofJob, start, state);
    }
}
