package io.dovetail.notifications.events;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.TestEvents;
import io.dovetail.notifications.Scene;
import io.dovetail.notifications.smtp.Postbox;
import io.dovetail.notifications.smtp.SmtpPort;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** The operator's call, wrong input, and records that nobody can read. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
@QuarkusTestResource(SmtpPort.class)
class OperatorTest {

    @Inject
    Scene scene;

    @Test
    void publishesTheSameEventsAgainAndMailsNothingAgain() {
        var postbox = Postbox.shared();
        var link = scene.issued();
        postbox.await(link.email());
        Eventually.until(
                "mail-sent published",
                () -> scene.count(
                                "select count(*) from outbox where company_id = ? and sent_at is not null",
                                link.companyId())
                        == 1);

        operator("{\"since\": \"2020-01-01T00:00:00Z\"}")
                .then()
                .statusCode(202)
                .body("republished", greaterThanOrEqualTo(1));

        var copies = new AtomicInteger();
        TestEvents.await(
                "dovetail.mail",
                record -> link.userId().toString().equals(record.key()) && copies.incrementAndGet() >= 2);
        assertEquals(1, postbox.to(link.email()).size());
    }

    @Test
    void refusesWhoeverHasNoOperatorKey() {
        given().contentType("application/json")
                .body("{\"since\": \"2020-01-01T00:00:00Z\"}")
                .post("/api/deliveries/republish")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", is("/problems/operator-key-needed"));
    }

    @Test
    void answersWrongInputWithAProblem() {
        problem(operator("{\"since\": "), 400, "malformed-json");
        problem(operator("{\"since\": \"yesterday\"}"), 400, "malformed-json");
        problem(operator("{}"), 400, "invalid-input");
        problem(operator(""), 400, "invalid-input");
        problem(operator("x".repeat(10 * 1024 * 1024)), 413, "too-large");
        problem(
                given().header("X-Operator-Key", EmbeddedParts.OPERATOR_KEY)
                        .contentType("text/plain")
                        .body("now")
                        .post("/api/deliveries/republish"),
                415,
                "unsupported-media-type");
    }

    @Test
    void aRecordThatNobodyCanReadGoesToTheDeadLettersAndBlocksNobody() {
        Postbox.shared();
        var key = UUID.randomUUID().toString();

        TestEvents.publish(
                new ProducerRecord<>("dovetail.users", key, "not an event".getBytes(StandardCharsets.UTF_8)));

        TestEvents.await("dovetail.users.notification-service.dead", record -> key.equals(record.key()));
        scene.await(scene.issued(), "SENT");
    }

    private static Response operator(String body) {
        return given().header("X-Operator-Key", EmbeddedParts.OPERATOR_KEY)
                .contentType("application/json")
                .body(body)
                .post("/api/deliveries/republish");
    }

    private static void problem(Response answer, int status, String slug) {
        answer.then().statusCode(status).contentType("application/problem+json").body("type", is("/problems/" + slug));
    }
}
