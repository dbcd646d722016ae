package io.dovetail.bindings.audit;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.bindings.Scene;
import io.dovetail.bindings.Scene.Attempt;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.EventContracts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.TestEvents;
import io.dovetail.kit.testing.TestTokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whatever an administrator does is told for the audit log: what, to whom, by whom and from where. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class ActsTest {
    @Inject
    Scene scene;

    private final Attempt ada = Attempt.any();
    private final UUID company = ada.companyId();
    private final UUID administrator = UUID.randomUUID();

    @Test
    void tellsOfLinksThatAreSent() {
        known("OFF");

        var sent = job(post("send"));
        var resent = job(post("resend"));
        awaitJobs();
        post(ada.userId() + "/resend").statusCode(202);

        assertEquals(List.of("LINKS_SENT " + sent, "LINKS_RESENT " + resent, "LINK_RESENT " + ada.userId()), acts());
    }

    @Test
    void tellsOfAPauseAndItsEnd() {
        known("OFF");
        var job = UUID.randomUUID();

        QuarkusTransaction.begin();
        scene.execute(
                "update connection_copy set revision = revision where company_id = ?", company); // nobody works on
        QuarkusTransaction.suspendingExisting().run(() -> {
            scene.execute(
                    "insert into job values (?, ?, 'SEND', 'RUNNING', 0, 0, '00000000-0000-0000-0000-000000000000', now())",
                    job,
                    company);
            post("jobs/" + job + "/pause").statusCode(200);
            post("jobs/" + job + "/pause").statusCode(200);
            post("jobs/" + job + "/resume").statusCode(200);
        });
        QuarkusTransaction.rollback();

        assertEquals(List.of("SENDING_PAUSED " + job, "SENDING_RESUMED " + job), acts());
        awaitJobs();
    }

    @Test
    void tellsOfBindingsThatAreTakenAway() {
        known("ON");
        Scene.present(scene.ticket(ada)).then().statusCode(200);
        as(administrator)
                .delete("/api/bindings/" + company + "/" + ada.userId())
                .then()
                .statusCode(204);
        Scene.present(scene.ticket(ada.byUser(ada.userId()))).then().statusCode(200);
        scene.awaitTaken(scene.userChanged(company, ada.userId(), 2, "ada@example.com", "DEACTIVATED"));

        as(administrator)
                .contentType("application/json")
                .header("X-Forwarded-For", "203.0.113.7")
                .body("{\"userId\":\"" + ada.userId() + "\"}")
                .post("/api/bindings/" + company + "/identities/release")
                .then()
                .statusCode(204);

        assertEquals(List.of("BINDING_REMOVED " + ada.userId(), "IDENTITY_RELEASED " + ada.userId()), acts());
        var told = TestEvents.await("dovetail.bindings", "administrator-acted", company, "IDENTITY_RELEASED");
        assertEquals(company.toString(), told.key());
        assertEquals(administrator.toString(), TestEvents.header(told, "ce_authid"));
        assertEquals("{\"address\":\"203.0.113.7\"}", TestEvents.header(told, "ce_authclaims"));
        scene.events(company, "administrator-acted")
                .forEach(act -> EventContracts.assertKept("administrator-acted", act));
    }

    @Test
    void tellsNothingOfWhatWasRefused() {
        scene.awaitTaken(scene.userChanged(company, ada.userId(), 1, "ada@example.com", "ACTIVE"));

        post("send").statusCode(409);
        post("resend").statusCode(409);
        post(ada.userId() + "/resend").statusCode(409);
        post("jobs/" + UUID.randomUUID() + "/pause").statusCode(404);
        as(administrator)
                .delete("/api/bindings/" + company + "/" + ada.userId())
                .then()
                .statusCode(404);

        assertEquals(List.of(), acts());
    }

    private void known(String state) {
        scene.awaitTaken(
                scene.userChanged(company, ada.userId(), 1, "ada@example.com", "ACTIVE"),
                state.equals("ON")
                        ? scene.connectionChanged(company, 1, "ON", ada.source(), 1, null)
                        : scene.connectionChanged(company, 1, "OFF", null, 0, ada.source()));
        awaitJobs();
    }

    private void awaitJobs() {
        Eventually.until(
                "the jobs' end",
                () -> scene.count("select count(*) from job where company_id = ? and state <> 'DONE'", company) == 0);
    }

    private ValidatableResponse post(String path) {
        return as(administrator).post("/api/bindings/" + company + "/" + path).then();
    }

    private RequestSpecification as(UUID user) {
        return given().auth().oauth2(TestTokens.admin(company, user));
    }

    private static String job(ValidatableResponse answer) {
        return answer.statusCode(202).extract().path("jobId");
    }

    private List<String> acts() {
        return scene.events(company, "administrator-acted").stream()
                .map(act -> act.get("act").asText() + " " + act.get("about").asText())
                .toList();
    }
}
