package io.dovetail.notifications.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.copies.Forgotten;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.notifications.MovableClock;
import io.dovetail.notifications.Neighbours;
import io.dovetail.notifications.Scene;
import io.dovetail.notifications.smtp.Postbox;
import io.dovetail.notifications.smtp.SmtpPort;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A look at jobs is bounded, waits for what is not known yet, and stands in nobody's way. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
@QuarkusTestResource(SmtpPort.class)
class LookAtJobsTest {
    private final UUID company = UUID.randomUUID();
    private final UUID job = UUID.randomUUID();

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
    void aMailServer() {
        Postbox.shared();
        start = clock.instant();
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
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
        sendings.failed(company, job);
        sendings.progress(company, job, start, "DONE");

        sendings.lookAfter(Duration.ofMinutes(1));

        assertEquals(0, sendings.told(company));
        assertEquals(
                1, scene.count("select count(*) from sending_job where job_id = ? and next_look_at > ?", job, later()));
        sendings.knowAdministrators(company, Neighbours.person(company));
        sendings.lookAfter(Duration.ofMinutes(1));
        assertEquals(1, sendings.told(company));
    }

    /** The removal holds the company first and its jobs then; whoever looks must do so in the same order. */
    @Test
    void waitsForARemovalAndDoesNotHinderIt() {
        sendings.knowAdministrators(company, Neighbours.person(company));
        sendings.failed(company, job);
        sendings.progress(company, job, start, "DONE");
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
}
