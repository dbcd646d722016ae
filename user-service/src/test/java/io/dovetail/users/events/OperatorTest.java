package io.dovetail.users.events;

import static io.dovetail.users.Scene.operator;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.TestEvents;
import io.dovetail.users.Published;
import io.dovetail.users.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events reach Kafka, and reach it again when the operator asks. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class OperatorTest {
    private static final String TOPIC = "dovetail.users";

    @Inject
    Scene scene;

    @Inject
    Published published;

    @Test
    void publishesARegistrationToKafka() {
        var registered = scene.registered();

        var company = TestEvents.await(TOPIC, "company-changed", registered.company(), registered.domain());
        var user = TestEvents.await(TOPIC, "user-changed", registered.company(), registered.email());

        assertEquals(registered.company().toString(), company.key());
        assertEquals(registered.admin().toString(), user.key());
        assertEquals("api_key", TestEvents.header(user, "ce_authtype"));
    }

    @Test
    void announcesEveryCompanyAndUserWithItsRevision() {
        var registered = scene.active();

        var answer = operator().post("/api/companies/announce");

        answer.then().statusCode(202).body("announced", greaterThanOrEqualTo(2));
        var companies = published.events(registered.company(), "company-changed");
        var users = published.events(registered.company(), "user-changed");
        assertEquals(companies.get(0), companies.get(companies.size() - 1));
        assertEquals(2, companies.size());
        assertEquals(3, users.size());
        assertEquals(users.get(1), users.get(2));
    }

    @Test
    void republishesWhatWasSent() {
        var registered = scene.registered();
        TestEvents.await(TOPIC, "password-link-issued", registered.company(), registered.email());
        var sent = "select 1 from outbox where company_id = ? having count(*) = count(sent_at)";
        Eventually.until(
                "all of it is sent",
                () -> published.value(sent, registered.company()).equals("1"));

        var answer = operator().body(Map.of("since", Instant.EPOCH.toString())).post("/api/companies/republish");

        answer.then().statusCode(202).body("republished", greaterThanOrEqualTo(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"since\": \"yesterday\"}",
                "{\"since\": \"+999999-01-01T00:00:00Z\"}",
                "{\"since\"",
                "null"
            })
    void refusesToRepublishSinceNever(String body) {
        operator()
                .body(body)
                .post("/api/companies/republish")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void takesAnyTimeOfThePast() {
        operator()
                .body(Map.of("since", "-999999-01-01T00:00:00Z"))
                .post("/api/companies/republish")
                .then()
                .statusCode(202);
    }

    @Test
    void isTheOperatorsAlone() {
        given().post("/api/companies/announce")
                .then()
                .statusCode(401)
                .body("type", is("/problems/operator-key-needed"));
    }
}
