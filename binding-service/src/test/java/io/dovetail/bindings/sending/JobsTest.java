package io.dovetail.bindings.sending;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.bindings.Scene;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.EventContracts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Work over many users: in batches, each whole or not at all, and never twice. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class JobsTest {
    @Inject
    Scene scene;

    @Inject
    DataSource database;

    private final UUID company = UUID.randomUUID();

    @Test
    void givesEachOf1200UsersOneLink() {
        fill(1200);

        scene.awaitTaken(scene.connectionChanged(company, 1, "ON_TRIAL", UUID.randomUUID(), 1, null));

        awaitDone();
        assertEquals(
                1200, scene.count("select count(distinct user_id) from binding_link where company_id = ?", company));
        assertEquals(1200, scene.told(company, "link-issued"));
        assertEquals(3, scene.told(company, "job-progressed"));
    }

    @Test
    void goesOnWhereItWasStoppedAndRepeatsNothing() {
        fill(700);
        scene.awaitTaken(scene.connectionChanged(company, 1, "ON_TRIAL", UUID.randomUUID(), 1, null));
        awaitDone();

        scene.execute(
                "update job set state = 'RUNNING', done = 0, last_user = '00000000-0000-0000-0000-000000000000'"
                        + " where company_id = ?",
                company);

        awaitDone();
        assertEquals(700, scene.told(company, "link-issued"));
    }

    @Test
    void staysWhereItIsWhilePaused() {
        fill(10);
        var job = UUID.randomUUID();
        insert(job, "PAUSED");
        scene.execute(
                "insert into connection_copy (company_id, revision, state, provider, source, switch_over)"
                        + " values (?, 1, 'ON_TRIAL', 'NONE', gen_random_uuid(), 1)",
                company);

        asAdministrator().get(address(job)).then().statusCode(200).body("state", is("PAUSED"));
        assertEquals(0, scene.told(company, "link-issued"));
        asAdministrator().post(address(job) + "/resume").then().statusCode(200).body("state", is("RUNNING"));

        awaitDone();
        assertEquals(10, scene.told(company, "link-issued"));
        asAdministrator().post(address(job) + "/pause").then().statusCode(200).body("state", is("DONE"));
    }

    @Test
    void itsLinksNameItAndThoseOfOnePersonNameNone() {
        fill(10);
        scene.awaitTaken(scene.connectionChanged(company, 1, "ON_TRIAL", UUID.randomUUID(), 1, null));
        awaitDone();

        scene.awaitTaken(scene.userChanged(company, UUID.randomUUID(), 1, "grace@example.com", "ACTIVE"));

        var done = scene.events(company, "job-progressed").get(0);
        var links = scene.events(company, "link-issued");
        EventContracts.assertKept("job-progressed", done);
        EventContracts.assertKept("link-issued", links.get(0));
        assertEquals(11, links.size());
        assertEquals(Set.of(done.get("jobId").asText()), Set.copyOf(texts(links.subList(0, 10), "jobId")));
        assertFalse(links.get(10).has("jobId"));
    }

    @Test
    void itsPauseIsToldOfAtOnce() throws SQLException {
        var job = UUID.randomUUID();
        scene.execute(
                "insert into connection_copy (company_id, revision, state, provider) values (?, 1, 'OFF', 'NONE')",
                company);

        try (var holder = database.getConnection();
                var hold = holder.prepareStatement("select 1 from connection_copy where company_id = ? for update")) {
            holder.setAutoCommit(false);
            hold.setObject(1, company);
            hold.execute();
            insert(job, "RUNNING");
            asAdministrator().post(address(job) + "/pause").then().statusCode(200);
            asAdministrator().post(address(job) + "/pause").then().statusCode(200);
            holder.rollback();
        }

        var told = scene.events(company, "job-progressed");
        assertEquals(List.of("PAUSED"), texts(told, "state"));
        assertEquals(job.toString(), told.get(0).get("jobId").asText());
        EventContracts.assertKept("job-progressed", told.get(0));
    }

    @Test
    void oneThatGivesWayIsToldOfAsDone() {
        fill(10);
        insert(UUID.randomUUID(), "PAUSED");

        scene.awaitTaken(scene.connectionChanged(company, 1, "ON_TRIAL", UUID.randomUUID(), 1, null));

        awaitDone();
        var told = scene.events(company, "job-progressed");
        assertEquals(List.of("DONE", "DONE"), texts(told, "state"));
        assertEquals(List.of("0", "10"), texts(told, "done"));
    }

    @Test
    void showsNoOtherCompanysJob() {
        var job = UUID.randomUUID();
        scene.execute(
                "insert into job values (?, gen_random_uuid(), 'SEND', 'DONE', 0, 0,"
                        + " '00000000-0000-0000-0000-000000000000', now())",
                job);

        asAdministrator().get(address(job)).then().statusCode(404);
        asAdministrator().get(address(UUID.randomUUID())).then().statusCode(404);
    }

    private static List<String> texts(List<JsonNode> events, String field) {
        return events.stream().map(event -> event.get(field).asText()).toList();
    }

    private void insert(UUID job, String state) {
        scene.execute(
                "insert into job values (?, ?, 'RECONCILE', ?, 10, 0,"
                        + " '00000000-0000-0000-0000-000000000000', now())",
                job,
                company,
                state);
    }

    private void fill(int users) {
        scene.execute(
                "insert into user_copy select gen_random_uuid(), ?, 1, 'user' || n || '@example.com', 'Ada', 'Lovelace',"
                        + " 'MEMBER', 'ACTIVE' from generate_series(1, ?) n",
                company,
                users);
    }

    private void awaitDone() {
        Eventually.until(
                "the job's end",
                () -> scene.count("select count(*) from job where company_id = ? and state = 'DONE'", company) > 0
                        && scene.count("select count(*) from job where company_id = ? and state <> 'DONE'", company)
                                == 0);
    }

    private String address(UUID job) {
        return "/api/bindings/" + company + "/jobs/" + job;
    }

    private RequestSpecification asAdministrator() {
        return given().auth().oauth2(TestTokens.admin(company, UUID.randomUUID()));
    }
}
