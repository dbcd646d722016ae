package io.dovetail.bindings.sending;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Jobs are kept for a while after their end. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class ForgetEndedJobsTest extends CompanyWithJobs {
    @Inject
    ForgetEndedJobs forgetEndedJobs;

    @Test
    void forgetsJobs90DaysAfterTheirEnd() {
        var old = job("DONE", "SEND", 1);
        job("DONE", "SEND", 2);
        job("PAUSED", "SEND", 3);
        scene.execute("update job set ended_at = now() - interval '91 days' where id = ?", old);
        scene.execute("update job set ended_at = now() - interval '89 days' where id <> ? and state = 'DONE'", old);
        scene.execute("update job set created_at = now() - interval '1 year' where company_id = ?", company);

        forgetEndedJobs.handle();

        assertEquals(0, scene.count("select count(*) from job where id = ?", old));
        assertEquals(2, scene.count("select count(*) from job where company_id = ?", company));
    }
}
