package io.dovetail.bindings.sending;

import static io.restassured.RestAssured.given;

import io.dovetail.bindings.Scene;
import io.dovetail.kit.event.Actor;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.TestTokens;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** A company with one user, and what its administrators and the operator do to its jobs. */
abstract class CompanyWithJobs {
    static final String ADDRESS = "ada@example.com";

    @Inject
    Scene scene;

    final UUID company = UUID.randomUUID();
    final UUID user = UUID.randomUUID();
    final UUID source = UUID.randomUUID();

    void known() {
        scene.awaitTaken(scene.userChanged(company, user, 1, ADDRESS, "ACTIVE"));
    }

    void enable(long revision) {
        scene.awaitTaken(scene.connectionChanged(company, revision, "ON_TRIAL", source, 1, null));
    }

    void suspend(long revision) {
        scene.awaitTaken(companyChanged(revision, "SUSPENDED"));
    }

    void resume(long revision) {
        scene.awaitTaken(companyChanged(revision, "ACTIVE"));
    }

    UUID companyChanged(long revision, String status) {
        var data = Map.of("companyId", company, "revision", revision, "name", "Example Works", "status", status);
        return scene.publish("dovetail.users", "company-changed", company.toString(), company, Actor.operator(), data);
    }

    UUID job(String state, String kind, int minutesAgo) {
        var id = UUID.randomUUID();
        var isDone = state.equals("DONE");
        scene.execute(
                "insert into job values (?, ?, ?, ?, ?, ?, '00000000-0000-0000-0000-000000000000',"
                        + " now() - make_interval(mins => ?))",
                id,
                company,
                kind,
                state,
                isDone ? minutesAgo : 41,
                7,
                minutesAgo);
        return id;
    }

    void awaitDone(UUID whose) {
        Eventually.until(
                "the jobs' end",
                () -> scene.count("select count(*) from job where company_id = ? and state = 'DONE'", whose) > 0
                        && scene.count("select count(*) from job where company_id = ? and state <> 'DONE'", whose)
                                == 0);
    }

    ValidatableResponse get(String path) {
        return given().auth()
                .oauth2(TestTokens.admin(company, UUID.randomUUID()))
                .get("/api/bindings/" + company + "/" + path)
                .then();
    }

    ValidatableResponse post(String path) {
        return given().auth()
                .oauth2(TestTokens.admin(company, UUID.randomUUID()))
                .post("/api/bindings/" + company + "/" + path)
                .then();
    }
}
