package io.dovetail.bindings.sending;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.Eventually;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** While a company is suspended its jobs rest, and nobody of it is mailed a link. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class SuspensionTest extends CompanyWithJobs {
    @Test
    void tellsTheJobThatEnableStarted() {
        suspend(1);
        enable(1);

        var job =
                get("jobs").body("items.kind", contains("RECONCILE")).extract().<String>path("items[0].jobId");

        get("summary").body("runningJob", is(job));
        resume(2);
        awaitDone(company);
        get("summary").body("runningJob", is(nullValue()));
        get("jobs").body("items.state", contains("DONE"));
    }

    @Test
    void mailsNobodyWhileTheCompanyIsSuspendedAndGoesOnWhenItIsResumed() {
        known();
        suspend(1);
        enable(1);
        scene.awaitTaken(scene.userChanged(company, user, 2, "ada@example.org", "ACTIVE"));

        anotherCompanysJobIsDone();

        assertEquals(0, scene.told(company, "link-issued"));
        post(user + "/resend").statusCode(409);
        resume(2);
        awaitDone(company);
        assertEquals(1, scene.told(company, "link-issued"));
    }

    @Test
    void mailsAtResumeWhoCameToBeOwedALinkMeanwhile() {
        enable(1);
        awaitDone(company);
        suspend(1);
        known();
        assertEquals(0, scene.told(company, "link-issued"));

        resume(2);

        Eventually.until("the link", () -> scene.told(company, "link-issued") == 1);
        awaitDone(company);
    }

    @Test
    void aPauseOutlivesASuspension() {
        known();
        suspend(1);
        enable(1);
        var job = get("jobs").extract().<String>path("items[0].jobId");
        post("jobs/" + job + "/pause").statusCode(200).body("state", is("PAUSED"));

        resume(2);

        get("jobs").body("items.state", contains("PAUSED"));
        assertEquals(0, scene.told(company, "link-issued"));
    }

    private void anotherCompanysJobIsDone() {
        var other = UUID.randomUUID();
        scene.awaitTaken(scene.connectionChanged(other, 1, "ON_TRIAL", UUID.randomUUID(), 1, null));
        awaitDone(other);
    }
}
