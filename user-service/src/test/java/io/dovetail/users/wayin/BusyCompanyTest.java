package io.dovetail.users.wayin;

import static io.dovetail.users.Scene.signIn;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.users.Published;
import io.dovetail.users.Scene;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A walk over a company's users holds it for a batch at a time: nobody who wants in waits, and nobody can tell. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class BusyCompanyTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(15);

    @Inject
    Scene scene;

    @Inject
    Published published;

    @Inject
    EntityManager entities;

    private Scene.Registered registered;

    @BeforeEach
    void aCompanyOfWhichASwitchOverWasHeard() {
        registered = scene.active();
        scene.switchOver(registered.company(), "OFF", 2, 0);
    }

    @Test
    void whoGivesAnAddressAgainIsAnsweredAtOnceLikeWhoGivesAnUnknownOne() {
        var unknown = "nobody@" + registered.domain();

        whileHeld("select 1 from switch_over where company_id = ?1 for update", () -> {
            ask(registered.email()).then().statusCode(202);
            ask(unknown).then().statusCode(202);
            awaitLookedAt(registered.email());
            awaitLookedAt(unknown);

            atOnce(() -> ask(registered.email())).then().statusCode(202);
            atOnce(() -> ask(unknown)).then().statusCode(202);
            atOnce(() -> signIn(registered.email(), "wrong horse battery staple"))
                    .then()
                    .statusCode(401)
                    .body("type", is("/problems/wrong-credentials"));
            assertEquals(1, links(registered.company()));
        });

        awaitLinks(registered.company(), 2);
    }

    @Test
    void otherCompaniesDoNotWait() {
        var other = scene.active();

        whileHeld("select 1 from switch_over where company_id = ?1 for update", () -> {
            ask(registered.email()).then().statusCode(202);
            awaitLookedAt(registered.email());
            ask(other.email()).then().statusCode(202);

            awaitLinks(other.company(), 2);
        });

        awaitLinks(registered.company(), 2);
    }

    /** Whoever resumes a company holds it while they wait for the end of a batch. */
    @Test
    void nobodyWaitsForWhoeverChangesTheCompanyItself() {
        var other = scene.active();

        whileHeld("select 1 from company where id = ?1 for update", () -> {
            ask(registered.email()).then().statusCode(202);
            awaitLookedAt(registered.email());
            atOnce(() -> ask(registered.email())).then().statusCode(202);
            ask(other.email()).then().statusCode(202);

            awaitLinks(other.company(), 2);
        });

        awaitLinks(registered.company(), 2);
    }

    private void whileHeld(String lock, Runnable what) {
        QuarkusTransaction.requiringNew().timeout(200).run(() -> {
            entities.createNativeQuery(lock, Integer.class)
                    .setParameter(1, registered.company())
                    .getSingleResult();
            what.run();
        });
    }

    private static Response atOnce(Supplier<Response> call) {
        return assertTimeoutPreemptively(AT_ONCE, call::get);
    }

    private static Response ask(String email) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("email", email))
                .post("/api/password-resets");
    }

    private void awaitLookedAt(String email) {
        Eventually.until(
                "the address is looked at",
                () -> published
                        .value("select count(*) from password_reset_request where email = ?", email)
                        .equals("0"));
    }

    private int links(UUID company) {
        return published.events(company, "password-link-issued").size();
    }

    private void awaitLinks(UUID company, int number) {
        Eventually.until("link number " + number, () -> links(company) == number);
    }
}
