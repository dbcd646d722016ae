package io.dovetail.users.suspension;

import static io.dovetail.users.Scene.as;
import static io.dovetail.users.Scene.operator;
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

/** A walk over the users of a company that was suspended meanwhile; binding-service's do alike (decision 0025). */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class PausedJobTest {
    @Inject
    Scene scene;

    @Inject
    Published published;

    @Inject
    EntityManager entities;

    private Scene.Registered registered;
    private UUID company;
    private String job;

    /** Paused by an administrator when it was done but for what came to be owed since then. */
    @BeforeEach
    void aCompanyWithAPausedJob() {
        registered = scene.active();
        company = registered.company();
        scene.switchOver(company, "OFF", 2, 0);
        job = jobs().path("items[0].jobId");
        change("update job set state = 'PAUSED', last_user = 'ffffffff-ffff-ffff-ffff-ffffffffffff'"
                + " where company_id = ?1");
        change("update switch_over set settled = 1 where company_id = ?1");
    }

    @Test
    void staysPausedWhenTheCompanyGoesOn() {
        suspendAndResume();

        scene.reconciled(company);
        jobs().then()
                .body("items", hasSize(1))
                .body("items[0].jobId", is(job))
                .body("items[0].state", is("PAUSED"))
                .body("items[0].done", is(0));
        assertEquals(1, links());
    }

    @Test
    void goesOverEverybodyOnceAnAdministratorResumesIt() {
        suspendAndResume();

        as(TestTokens.admin(company, registered.admin()))
                .post("/api/users/" + company + "/jobs/" + job + "/resume")
                .then()
                .statusCode(200);

        scene.reconciled(company);
        jobs().then().body("items[0].state", is("DONE")).body("items[0].done", is(1));
        assertEquals(2, links());
    }

    private void suspendAndResume() {
        operator().post("/api/companies/" + company + "/suspend").then().statusCode(204);
        operator().post("/api/companies/" + company + "/resume").then().statusCode(204);
    }

    private void change(String update) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(update)
                        .setParameter(1, company)
                        .executeUpdate());
    }

    private Response jobs() {
        return as(TestTokens.admin(company, registered.admin())).get("/api/users/" + company + "/jobs");
    }

    private int links() {
        return published.events(company, "password-link-issued").size();
    }
}
