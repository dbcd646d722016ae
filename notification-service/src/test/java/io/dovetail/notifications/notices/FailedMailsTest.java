package io.dovetail.notifications.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.testing.EmbeddedParts;
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
import jakarta.mail.Multipart;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What administrators are told of a job whose mails did not all arrive. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
@QuarkusTestResource(SmtpPort.class)
class FailedMailsTest {
    private static final String TOLD = "select count(*) from delivery where company_id = ? and kind = 'MAILS_FAILED'";

    private final Postbox postbox = Postbox.shared();
    private final UUID company = UUID.randomUUID();
    private final Person grace = Neighbours.person(company);
    private final Person ada = Neighbours.person(company);

    @Inject
    Neighbours neighbours;

    @Inject
    Scene scene;

    @Inject
    LookAtJobs lookAtJobs;

    @Inject
    MovableClock clock;

    private Instant start;

    @BeforeEach
    void twoAdministrators() {
        neighbours.knowCompany(company, "Example Works");
        neighbours.know(grace, 1, Map.of());
        neighbours.know(ada, 1, Map.of());
        start = clock.instant();
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void everyAdministratorIsToldHowManyOfHowManyFailedAndWhereToLook() throws Exception {
        link(Actor.system(), "SENT");
        link(Actor.system(), "SENT");
        link(Actor.system(), "FAILED");
        neighbours.take(done(UUID.randomUUID()));

        lookAfter(Duration.ofMinutes(1));

        for (var administrator : new Person[] {grace, ada}) {
            var mail = postbox.await(administrator.email());
            assertEquals("1 of 3 mails to people of Example Works failed", mail.getSubject());
            var text = (String) ((Multipart) mail.getContent()).getBodyPart(0).getContent();
            assertTrue(text.contains("http://localhost:8080/settings/mails?state=FAILED"), text);
        }
        assertEquals(2, scene.count(TOLD, company));
    }

    @Test
    void isToldOnceHoweverOftenTheEndIsHeardOfAndLookedAt() {
        var job = UUID.randomUUID();
        link(Actor.system(), "FAILED");
        neighbours.take(done(job));
        neighbours.take(done(job));
        lookAfter(Duration.ofMinutes(1));

        neighbours.take(done(job));
        lookAfter(Duration.ofMinutes(2));
        lookAfter(Duration.ofMinutes(2));

        assertEquals(2, scene.count(TOLD, company));
    }

    @Test
    void oneMailCountsForOneJob() {
        link(Actor.system(), "FAILED");
        neighbours.take(done(UUID.randomUUID()));
        clock.advance(Duration.ofSeconds(5));
        neighbours.take(done(UUID.randomUUID()));

        lookAfter(Duration.ofMinutes(1));

        assertEquals(2, scene.count(TOLD, company));
    }

    @Test
    void nothingIsSaidOfJobsWhoseMailsArrivedOrOfMailsThatAPersonHadSent() {
        link(Actor.system(), "SENT");
        link(Actor.user(grace.userId()), "FAILED");
        neighbours.take(done(UUID.randomUUID()));

        lookAfter(Duration.ofMinutes(1));

        assertEquals(0, scene.count(TOLD, company));
    }

    @Test
    void nothingIsSaidBeforeTheJobIsDone() {
        link(Actor.system(), "FAILED");
        neighbours.take(progressed(UUID.randomUUID(), "RUNNING"));

        lookAfter(Duration.ofMinutes(1));

        assertEquals(0, scene.count(TOLD, company));
    }

    @Test
    void whatFailsLaterIsToldOnTheNextDayAltogether() {
        link(Actor.system(), "FAILED");
        neighbours.take(done(UUID.randomUUID()));
        lookAfter(Duration.ofMinutes(1));
        link(Actor.system(), "FAILED", start);
        link(Actor.system(), "FAILED", start);

        lookAfter(Duration.ofHours(23));
        assertEquals(2, scene.count(TOLD, company));

        lookAfter(Duration.ofHours(2));
        assertEquals(4, scene.count(TOLD, company));
        assertEquals(2, scene.count(TOLD + " and mails_failed = 3 and mails_in_all = 3", company));
    }

    private void lookAfter(Duration time) {
        clock.advance(time);
        lookAtJobs.handle();
    }

    private void link(Actor actor, String fate) {
        link(actor, fate, clock.instant());
    }

    /** Mails a link; one that somebody else sealed can't be opened, so that its mail fails at once. */
    private void link(Actor actor, String fate, Instant at) {
        var sealedBy = fate.equals("SENT") ? "binding-service" : "user-service";
        var person = Neighbours.person(company);
        var changes = Map.of(
                "linkId",
                UUID.randomUUID(),
                "sealedLink",
                neighbours.sealed(sealedBy, "http://localhost:8080/bind/abc_DEF-123"),
                "expiresAt",
                clock.instant().plus(Scene.LIFE).toString());
        var event = at(neighbours.about(person, "bindings", "link-issued", actor, changes), at);
        TestEvents.publish(event);
        neighbours.awaitMails(event, 1, fate);
    }

    private Event done(UUID job) {
        return progressed(job, "DONE");
    }

    private Event progressed(UUID job, String state) {
        var changes = Map.of("jobId", job, "startedAt", start.toString(), "state", state);
        return neighbours.event("bindings", "job-progressed", company, Actor.system(), changes);
    }

    private static Event at(Event event, Instant time) {
        return new Event(
                event.id(),
                event.type(),
                event.topic(),
                event.key(),
                event.companyId(),
                time,
                event.actor(),
                event.data());
    }
}
