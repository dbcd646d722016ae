package io.dovetail.users.owedlink;

import static io.dovetail.users.Scene.as;
import static io.dovetail.users.Scene.createPassword;
import static io.dovetail.users.Scene.signIn;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.EventContracts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.TestTokens;
import io.dovetail.users.MovableClock;
import io.dovetail.users.Published;
import io.dovetail.users.Scene;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator has the link mailed again that somebody is owed while single sign-on is off. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class ResendOwedLinkTest {
    @Inject
    Scene scene;

    @Inject
    Published published;

    @Inject
    EntityManager entities;

    @Inject
    MovableClock clock;

    private Scene.Registered registered;
    private UUID company;

    @BeforeEach
    void aCompany() {
        registered = scene.active();
        company = registered.company();
    }

    @AfterEach
    void presentAgain() {
        clock.reset();
    }

    @Test
    void mailsALinkToCreateAPasswordToWhoIsActiveWithoutOneWhenTheirsHasExpired() throws Exception {
        afterDisable();
        var expired = scene.newestToken(company);
        clock.advance(Duration.ofHours(73));
        createPassword(expired, Scene.PASSWORD).then().statusCode(410);

        var answer = resend();

        answer.then().statusCode(202);
        var link = published.last(company, "password-link-issued");
        EventContracts.assertKept("password-link-issued", link);
        assertEquals("SINGLE_SIGN_ON_DISABLED", link.get("cause").asText());
        createPassword(scene.token(link), Scene.PASSWORD).then().statusCode(204);
        signIn(registered.email(), Scene.PASSWORD).then().statusCode(201);
        assertEquals(1, acts("PASSWORD_LINK_RESENT"));
    }

    @Test
    void endsTheOneBefore() {
        afterDisable();
        var first = scene.newestToken(company);

        resend().then().statusCode(202);

        createPassword(first, Scene.PASSWORD)
                .then()
                .statusCode(410)
                .body("type", is("/problems/password-link-replaced"));
        createPassword(scene.newestToken(company), Scene.PASSWORD).then().statusCode(204);
    }

    /** The job after Disable may be paused, or far from done. */
    @Test
    void mailsItToWhosePasswordIsVoidAlthoughNobodyCameToThemSoFar() {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("insert into switch_over (company_id, revision, state, number,"
                                + " settled) values (?1, 20, 'OFF', 2, 1)")
                        .setParameter(1, company)
                        .executeUpdate());

        resend().then().statusCode(202);

        createPassword(scene.newestToken(company), "another " + Scene.PASSWORD)
                .then()
                .statusCode(204);
        signIn(registered.email(), "another " + Scene.PASSWORD).then().statusCode(201);
    }

    @Test
    void mailsNothingToWhoHasAPasswordOrIsDeactivated() {
        resend().then().statusCode(409).body("type", is("/problems/invitation-not-pending"));
        afterDisable();
        status("DEACTIVATED");

        resend().then().statusCode(409).body("type", is("/problems/invitation-not-pending"));

        assertEquals(2, published.events(company, "password-link-issued").size());
        assertEquals(0, acts("PASSWORD_LINK_RESENT"));
    }

    @Test
    void leavesItToBindingServiceWhileSingleSignOnIsOn() {
        scene.switchOver(company, "ON", 1, 1);

        resend().then().statusCode(409).body("type", is("/problems/invitation-by-binding-link"));

        assertEquals(1, published.events(company, "password-link-issued").size());
    }

    @Test
    void mailsNothingWhenTheCompanyIsSuspendedAtTheSameMoment() {
        afterDisable();

        var caught = QuarkusTransaction.requiringNew().call(() -> {
            entities.createNativeQuery("update company set status = 'SUSPENDED' where id = ?1")
                    .setParameter(1, company)
                    .executeUpdate();
            var resending = CompletableFuture.supplyAsync(this::resend);
            Eventually.until(
                    "the call waits for the company",
                    () -> published
                            .value("select count(*) from pg_stat_activity where datname = current_database()"
                                    + " and wait_event_type = 'Lock'")
                            .equals("1"));
            return resending;
        });

        caught.join().then().statusCode(403).body("type", is("/problems/company-suspended"));
        assertEquals(2, published.events(company, "password-link-issued").size());
    }

    @Test
    void isOfferedWhereItIsPossible() {
        acts().then().body("acts", contains("CHANGE_ADDRESS"));

        afterDisable();
        acts().then().body("hasPassword", is(false)).body("acts", contains("RESEND_PASSWORD_LINK", "CHANGE_ADDRESS"));

        scene.switchOver(company, "ON_TRIAL", 3, 1);
        acts().then().body("acts", contains("CHANGE_ADDRESS"));
        status("DEACTIVATED");
        acts().then().body("acts", contains("REACTIVATE", "REMOVE"));
    }

    private void afterDisable() {
        scene.switchOver(company, "ON", 1, 1);
        scene.switchOver(company, "OFF", 2, 1);
    }

    private void status(String status) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("update user_account set status = ?2 where company_id = ?1")
                        .setParameter(1, company)
                        .setParameter(2, status)
                        .executeUpdate());
    }

    private Response resend() {
        return as(TestTokens.admin(company, registered.admin()))
                .post("/api/users/" + company + "/invitations/" + registered.admin() + "/resend");
    }

    private Response acts() {
        return as(TestTokens.admin(company, registered.admin()))
                .get("/api/users/" + company + "/" + registered.admin());
    }

    private int acts(String act) {
        return as(TestTokens.admin(company, registered.admin()))
                .get("/api/audit/" + company)
                .path("items.count { it.act == '" + act + "' }");
    }
}
