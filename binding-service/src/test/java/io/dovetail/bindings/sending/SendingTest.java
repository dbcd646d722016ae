package io.dovetail.bindings.sending;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which job makes way for which, and what administrators see of them. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class SendingTest extends CompanyWithJobs {
    @Test
    void listsUnfinishedJobsBeforeTheNewestFinishedOnes() {
        for (var minute = 1; minute <= 22; minute++) {
            job("DONE", "SEND", minute);
        }
        var paused = job("PAUSED", "RESEND", 60);

        get("jobs")
                .statusCode(200)
                .body("items", hasSize(20))
                .body("items[0].jobId", is(paused.toString()))
                .body("items[0].kind", is("RESEND"))
                .body("items[0].state", is("PAUSED"))
                .body("items[0].total", is(41))
                .body("items[0].done", is(7))
                .body("items[1].total", is(1))
                .body("items[19].total", is(19));
        get("summary").statusCode(200).body("runningJob", is(paused.toString()));
    }

    @Test
    void listsNoOtherCompanysJobs() {
        job("PAUSED", "RESEND", 1);
        var stranger = TestTokens.admin(UUID.randomUUID(), UUID.randomUUID());

        given().auth()
                .oauth2(stranger)
                .get("/api/bindings/" + company + "/jobs")
                .then()
                .statusCode(404);
        given().get("/api/bindings/" + company + "/jobs").then().statusCode(401);
    }

    @Test
    void endsEveryJobOfTheCompanyWhenSwitchedOff() {
        known();
        enable(1);
        awaitDone(company);
        job("PAUSED", "RESEND", 1);
        job("PAUSED", "SEND", 2);

        scene.awaitTaken(scene.connectionChanged(company, 2, "OFF", source, 2, source));

        awaitDone(company);
        assertEquals(1, scene.told(company, "link-issued"));
    }

    @Test
    void endsWhatWasBegunBeforeEnable() {
        known();
        scene.awaitTaken(scene.connectionChanged(company, 1, "OFF", null, 0, source));
        job("PAUSED", "SEND", 1);

        enable(2);

        awaitDone(company);
        assertEquals(1, scene.told(company, "link-issued"));
    }

    @Test
    void endsWhatWasBegunForAnotherDraft() {
        known();
        scene.awaitTaken(scene.connectionChanged(company, 1, "OFF", null, 0, source));
        var unfinished = job("PAUSED", "SEND", 1);

        scene.awaitTaken(scene.connectionChanged(company, 2, "OFF", null, 0, UUID.randomUUID()));

        post("send").statusCode(202).body("jobId", not(unfinished.toString()));
        awaitDone(company);
        assertEquals(1, scene.told(company, "link-issued"));
    }

    @Test
    void answersTheUnfinishedJobToWhoHasLinksResentTwice() {
        known();
        enable(1);
        awaitDone(company);
        var unfinished = job("PAUSED", "RESEND", 1);

        post("resend").statusCode(202).body("jobId", is(unfinished.toString())).body("done", is(7));
        post("resend").statusCode(202).body("jobId", is(unfinished.toString()));

        assertEquals(0, scene.told(company, "administrator-acted"));
    }

    @Test
    void answersTheUnfinishedJobToWhoHasLinksSentTwice() {
        known();
        scene.awaitTaken(scene.connectionChanged(company, 1, "OFF", null, 0, source));
        var unfinished = job("PAUSED", "SEND", 1);

        post("send").statusCode(202).body("jobId", is(unfinished.toString()));

        post("resend").statusCode(202).body("kind", is("RESEND"));
        awaitDone(company);
        assertEquals(1, scene.told(company, "link-issued"));
    }

    @Test
    void letsCompaniesTakeTurns() {
        var large = UUID.randomUUID();
        scene.execute(
                "insert into user_copy select gen_random_uuid(), ?, 1, n || '@example.com', 'Ada', 'Lovelace',"
                        + " 'MEMBER', 'ACTIVE' from generate_series(1, 2200) n",
                large);

        scene.execute(
                "insert into job select gen_random_uuid(), id, 'RECONCILE', 'RUNNING', 0, 0,"
                        + " '00000000-0000-0000-0000-000000000000', now() - age from (values (?, interval '1 hour'),"
                        + " (?, interval '1 minute')) company (id, age)",
                large,
                company);

        awaitDone(large);
        awaitDone(company);
        assertEquals(
                5,
                scene.count(
                        "select count(*) from outbox where company_id = ? and type = 'dovetail.job-progressed.v1'",
                        large));
        assertEquals(
                1,
                scene.count(
                        "select count(*) from outbox where company_id = ? and id <"
                                + " (select max(id) from outbox where company_id = ?)",
                        company,
                        large));
    }

    @Test
    void letsNobodyWaitForAJobThatFailsEachTime() {
        var failing = UUID.randomUUID();
        scene.execute("insert into connection_copy values (?, 1, 'ON', 'NONE', null)", failing);
        scene.execute(
                "insert into user_copy values (gen_random_uuid(), ?, 1, 'ada@example.com', 'Ada', 'Lovelace',"
                        + " 'MEMBER', 'ACTIVE')",
                failing);

        scene.execute(
                "insert into job select gen_random_uuid(), id, 'RECONCILE', 'RUNNING', 0, 0,"
                        + " '00000000-0000-0000-0000-000000000000', now() - age from (values (?, interval '1 hour'),"
                        + " (?, interval '1 minute')) company (id, age)",
                failing,
                company);

        try {
            awaitDone(company);
            assertEquals(1, scene.count("select count(*) from job where company_id = ? and done = 0", failing));
        } finally {
            scene.execute("delete from job where company_id = ?", failing);
        }
    }

    @Test
    void namesTheAdministratorWhoEnabledInTheMailsOfTheJob() {
        known();
        var administrator = UUID.randomUUID();
        var data = Map.of(
                "companyId",
                company,
                "revision",
                1,
                "state",
                "ON_TRIAL",
                "provider",
                "NONE",
                "source",
                source,
                "switchOver",
                1);

        scene.awaitTaken(scene.publish(
                "dovetail.sso", "connection-changed", company.toString(), company, Actor.user(administrator), data));

        awaitDone(company);
        assertEquals(1, issuedBy(administrator));
    }

    @Test
    void namesTheAdministratorWhoHadLinksResentInTheMailsOfTheJob() {
        known();
        enable(1);
        awaitDone(company);
        var administrator = UUID.randomUUID();

        given().auth()
                .oauth2(TestTokens.admin(company, administrator))
                .post("/api/bindings/" + company + "/resend")
                .then()
                .statusCode(202);

        awaitDone(company);
        assertEquals(1, issuedBy(administrator));
    }

    private long issuedBy(UUID administrator) {
        return scene.count(
                "select count(*) from outbox where company_id = ? and type = 'dovetail.link-issued.v1' and actor_id = ?",
                company,
                administrator.toString());
    }
}
