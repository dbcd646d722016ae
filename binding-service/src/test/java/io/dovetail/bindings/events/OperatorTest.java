package io.dovetail.bindings.events;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.bindings.Scene;
import io.dovetail.bindings.Scene.Attempt;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.TestEvents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The operator's calls that make other services whole again. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class OperatorTest {

    @Inject
    Scene scene;

    @Test
    void announcesThePresentStateOfEveryBinding() {
        var attempt = Attempt.any();
        Scene.present(scene.ticket(attempt)).then().statusCode(200);

        operator("/api/bindings/announce", "").then().statusCode(202).body("announced", greaterThanOrEqualTo(1));

        assertEquals(2, scene.told(attempt.companyId(), "binding-changed"));
        assertEquals(1, scene.told(attempt.companyId(), "binding-completed"));
        var announced = TestEvents.await(
                "dovetail.bindings",
                record -> TestEvents.header(record, "ce_subject")
                                .equals(attempt.companyId().toString())
                        && TestEvents.header(record, "ce_authtype").equals("api_key"));
        assertEquals("dovetail.binding-changed.v1", TestEvents.header(announced, "ce_type"));
    }

    @Test
    void announcesMoreBindingsThanFitOnOnePageEachOnce() {
        var company = UUID.randomUUID();
        scene.execute(
                "insert into binding select gen_random_uuid(), ?, gen_random_uuid(), ?, 'person' || n,"
                        + " gen_random_uuid(), 'BOUND', 1, now() from generate_series(1, 1100) n",
                company,
                UUID.randomUUID());

        operator("/api/bindings/announce", "").then().statusCode(202);

        assertEquals(1100, scene.told(company, "binding-changed"));
    }

    @Test
    void publishesTheSameEventsAgain() {
        var attempt = Attempt.any();
        Scene.present(scene.ticket(attempt)).then().statusCode(200);
        Eventually.until("both events sent", () -> sent(attempt) == 2);

        operator("/api/bindings/republish", "{\"since\": \"2020-01-01T00:00:00Z\"}")
                .then()
                .statusCode(202)
                .body("republished", greaterThanOrEqualTo(2));

        var copies = new AtomicInteger();
        var event = attempt.signInId().toString();
        TestEvents.await(
                "dovetail.bindings",
                record -> Objects.equals(record.key(), attempt.userId().toString())
                        && TestEvents.body(record).contains(event)
                        && copies.incrementAndGet() >= 2);
    }

    @Test
    void refusesWhoeverHasNoOperatorKey() {
        for (var path : List.of("/api/bindings/announce", "/api/bindings/republish")) {
            given().contentType("application/json")
                    .header("X-Operator-Key", "a guess")
                    .body(Map.of("since", "2020-01-01T00:00:00Z"))
                    .post(path)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("type", is("/problems/operator-key-needed"));
        }
    }

    @Test
    void answersAWrongMomentWithAProblem() {
        operator("/api/bindings/republish", "{\"since\": \"yesterday\"}")
                .then()
                .statusCode(400)
                .body("type", is("/problems/malformed-json"));
        operator("/api/bindings/republish", "{}").then().statusCode(400).body("type", is("/problems/invalid-input"));
    }

    private long sent(Attempt attempt) {
        return scene.count(
                "select count(*) from outbox where company_id = ? and sent_at is not null", attempt.companyId());
    }

    private static io.restassured.response.Response operator(String path, String body) {
        return given().header("X-Operator-Key", EmbeddedParts.OPERATOR_KEY)
                .contentType("application/json")
                .body(body)
                .post(path);
    }
}
