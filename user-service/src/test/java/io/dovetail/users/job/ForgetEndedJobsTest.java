package io.dovetail.users.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.users.MovableClock;
import io.dovetail.users.Published;
import io.dovetail.users.Scene;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Jobs are kept for a while after their end. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class ForgetEndedJobsTest {
    @Inject
    Scene scene;

    @Inject
    Published published;

    @Inject
    ForgetEndedJobs forgetEndedJobs;

    @Inject
    EntityManager entities;

    @Inject
    MovableClock clock;

    @AfterEach
    void presentAgain() {
        clock.reset();
    }

    @Test
    void forgetsJobs90DaysAfterTheyWereDone() {
        var company = scene.registered().company();
        scene.switchOver(company, "OFF", 2, 1);

        clock.advance(Duration.ofDays(89));
        forgetEndedJobs.handle();
        assertEquals("1", jobs(company));

        clock.advance(Duration.ofDays(2));
        forgetEndedJobs.handle();
        assertEquals("0", jobs(company));
    }

    @Test
    void forgetsWhatGaveWayAndKeepsWhatIsPausedHoweverOld() {
        var company = scene.registered().company();
        scene.switchOver(company, "OFF", 2, 1);
        pauseAll(company);
        scene.switchOver(company, "OFF", 4, 3);
        pauseNewest(company);

        clock.advance(Duration.ofDays(400));
        forgetEndedJobs.handle();

        assertEquals("PAUSED", published.value("select state from job where company_id = ?", company));
    }

    private void pauseAll(UUID company) {
        change("update job set state = 'PAUSED', ended_at = null where company_id = ?1", company);
    }

    private void pauseNewest(UUID company) {
        change(
                "update job set state = 'PAUSED', ended_at = null where id ="
                        + " (select id from job where company_id = ?1 order by created_at desc limit 1)",
                company);
    }

    private void change(String update, UUID company) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(update)
                        .setParameter(1, company)
                        .executeUpdate());
    }

    private String jobs(UUID company) {
        return published.value("select count(*) from job where company_id = ?", company);
    }
}
