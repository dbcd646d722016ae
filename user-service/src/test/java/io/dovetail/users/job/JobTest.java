package io.dovetail.users.job;

import static io.dovetail.users.Scene.as;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.TestTokens;
import io.dovetail.users.Published;
import io.dovetail.users.Scene;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The walk over a company's users after a switch-over is a job that administrators see, pause and resume. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class JobTest {
    /** More than a batch. */
    private static final int MANY = 205;

    private static final int FEW = 12;

    @Inject
    Scene scene;

    @Inject
    Published published;

    @Inject
    EntityManager entities;

    private Scene.Registered registered;
    private UUID company;

    @BeforeEach
    void aCompany() {
        registered = scene.active();
        company = registered.company();
    }

    @Test
    void goesThroughEverybodyInBatchesAndIsDone() {
        people(MANY);

        scene.switchOver(company, "OFF", 2, 1);

        list().then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].kind", is("RECONCILE"))
                .body("items[0].state", is("DONE"))
                .body("items[0].total", is(MANY + 1))
                .body("items[0].done", is(MANY + 1));
        assertEquals(MANY + 1, newLinks());
        show(newest()).then().statusCode(200).body("jobId", is(newest())).body("state", is("DONE"));
    }

    @Test
    void restsWhileItIsPausedAndGoesOnWhereItStopped() {
        people(FEW);
        var job = pausedFromItsBeginning();

        pause(job).then().statusCode(200).body("state", is("PAUSED")).body("done", is(0));
        assertEquals(0, newLinks());

        resume(job).then().statusCode(200).body("state", is("RUNNING"));
        scene.reconciled(company);
        show(job).then().body("state", is("DONE")).body("done", is(FEW + 1));
        assertEquals(FEW + 1, newLinks());
    }

    /** Without a switch-over nobody works it meanwhile. */
    @Test
    void keepsPausingAndResumingInTheAuditLog() {
        row("RUNNING", FEW);
        var job = newest();

        pause(job).then().statusCode(200).body("state", is("PAUSED"));
        resume(job).then().statusCode(200).body("state", is("RUNNING"));
        pause(job).then().statusCode(200).body("state", is("PAUSED"));

        audit().then().body("items.act", hasItems("SENDING_PAUSED", "SENDING_RESUMED"));
        assertEquals(job, audit().path("items.find { it.act == 'SENDING_PAUSED' }.about"));
    }

    @Test
    void endsWhenSingleSignOnIsTurnedOnAgain() {
        people(3);
        var job = pausedFromItsBeginning();

        scene.switchOver(company, "ON_TRIAL", 3, 1);

        show(job).then().body("state", is("DONE")).body("done", is(0));
        assertEquals(0, newLinks());
        resume(job).then().statusCode(200).body("state", is("DONE"));
        list().then().body("items.state", everyItem(is("DONE")));
    }

    @Test
    void listsTheUnfinishedFirstThenTheNewestAndNoMoreThanTwenty() {
        for (var number = 1; number <= 25; number++) {
            row(number <= 2 ? "PAUSED" : "DONE", number);
        }

        list().then()
                .body("items", hasSize(20))
                .body("items[0].total", is(2))
                .body("items[1].total", is(1))
                .body("items[2].total", is(25))
                .body("items[19].total", is(8));
    }

    @Test
    void whatChangesNothingIsNoAct() {
        scene.switchOver(company, "OFF", 2, 1);

        pause(newest()).then().statusCode(200).body("state", is("DONE"));
        resume(newest()).then().statusCode(200).body("state", is("DONE"));

        audit().then().body("items.findAll { it.act.startsWith('SENDING') }", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-an-id", "5f3c3d0e-8f0b-4a52-9d0e-0c2a7f1b5d11"})
    void knowsNoOtherJobs(String job) {
        show(job).then().statusCode(404).contentType("application/problem+json");
        pause(job).then().statusCode(404);
        resume(job).then().statusCode(404);
    }

    @Test
    void isTheAdministratorsAlone() {
        scene.switchOver(company, "OFF", 2, 1);
        var path = "/api/users/" + company + "/jobs";
        var member = TestTokens.member(company, UUID.randomUUID());
        var other = scene.registered();
        var stranger = TestTokens.admin(other.company(), other.admin());

        as(member).get(path).then().statusCode(403);
        as(member).post(path + "/" + newest() + "/pause").then().statusCode(403);
        as(stranger).get(path).then().statusCode(404);
        as(stranger)
                .post("/api/users/" + other.company() + "/jobs/" + newest() + "/pause")
                .then()
                .statusCode(404);
        given().get(path).then().statusCode(401);
        list().then().body("items", hasSize(1)).body("items[0].state", is("DONE"));
    }

    /** A job of a Disable that was paused before anybody worked it. */
    private String pausedFromItsBeginning() {
        scene.switchOver(company, "ON", 1, 1);
        row("PAUSED", FEW);
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("update switch_over set state = 'OFF', number = 2, revision = 20"
                                + " where company_id = ?1")
                        .setParameter(1, company)
                        .executeUpdate());
        return newest();
    }

    private void row(String state, int number) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("insert into job (id, company_id, state, total, done, last_user,"
                                + " created_at) values (?1, ?2, ?3, ?4, 0, ?5, now() + ?4 * interval '1 second')")
                        .setParameter(1, UUID.randomUUID())
                        .setParameter(2, company)
                        .setParameter(3, state)
                        .setParameter(4, number)
                        .setParameter(5, new UUID(0, 0))
                        .executeUpdate());
    }

    /** Active people who came through single sign-on and have no password. */
    private void people(int number) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("insert into user_account (id, company_id, email, first_name,"
                                + " last_name, role, status, has_password, revision, created_at, came)"
                                + " select gen_random_uuid(), ?1, 'p' || n || '@' || ?2, 'P', 'N', 'MEMBER', 'ACTIVE',"
                                + " false, 1, now(), true from generate_series(1, ?3) n")
                        .setParameter(1, company)
                        .setParameter(2, registered.domain())
                        .setParameter(3, number)
                        .executeUpdate());
    }

    private long newLinks() {
        return published.events(company, "password-link-issued").stream()
                .filter(link -> link.get("cause").asText().equals("SINGLE_SIGN_ON_DISABLED"))
                .count();
    }

    private String newest() {
        return list().path("items[0].jobId");
    }

    private Response list() {
        return admin("GET", "");
    }

    private Response show(String job) {
        return admin("GET", "/" + job);
    }

    private Response pause(String job) {
        return admin("POST", "/" + job + "/pause");
    }

    private Response resume(String job) {
        return admin("POST", "/" + job + "/resume");
    }

    private Response admin(String method, String path) {
        return as(TestTokens.admin(company, registered.admin()))
                .request(method, "/api/users/" + company + "/jobs" + path);
    }

    private Response audit() {
        return as(TestTokens.admin(company, registered.admin())).get("/api/audit/" + company);
    }
}
