package io.dovetail.sso.events;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.EventContracts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.TestEvents;
import io.dovetail.sso.Published;
import io.dovetail.sso.Workplace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that lost its copies is made whole by their owner's announcement: this one as owner, and as reader. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class AnnounceTest {
    private static final String BROWSER = "browser-of-ada-0123456789-0123456789-0123456789";

    @Inject
    Published published;

    @Test
    void announcesEveryConnectionAsItIsWithTheRevisionThatItHas() {
        var enabled = Workplace.enabled("RESTART");
        var saved = Workplace.known();
        saved.save("RESTART");
        var before = published.last(enabled.companyId, "connection-changed");
        var first = TestEvents.await("dovetail.sso", "connection-changed", enabled.companyId, "ON_TRIAL");

        announce().then().statusCode(202).body("announced", greaterThanOrEqualTo(2));

        var events = published.events(enabled.companyId, "connection-changed");
        assertEquals(3, events.size());
        assertEquals(before, events.get(2));
        var unsaid = published.last(saved.companyId, "connection-changed");
        EventContracts.assertKept("connection-changed", unsaid);
        assertEquals("OFF", unsaid.get("state").asText());
        var again = TestEvents.await(
                "dovetail.sso",
                record -> isOf(record, enabled)
                        && TestEvents.body(record).contains("ON_TRIAL")
                        && !id(record).equals(id(first)));
        assertEquals(TestEvents.body(first), TestEvents.body(again));
        assertEquals(first.key(), again.key());
    }

    @Test
    void announcesMoreConnectionsThanFitOnAPageEachOnce() {
        published.change("insert into connection (company_id, revision, state)"
                + " select gen_random_uuid(), 3, 'OFF' from generate_series(1, 1100)");
        var all = Integer.parseInt(published.value("select count(*) from connection"));
        var before = Integer.parseInt(published.value("select count(*) from outbox"));

        announce().then().statusCode(202).body("announced", equalTo(all));

        assertEquals(before + all, Integer.parseInt(published.value("select count(*) from outbox")));
        var heard = "select count(distinct company_id) from outbox where type = 'dovetail.connection-changed.v1'";
        assertEquals(all, Integer.parseInt(published.value(heard)));
    }

    @Test
    void isWholeAgainWhenTheOwnersOfItsCopiesAnnounceThem() {
        var place = Workplace.enabled("RESTART");
        published.change("delete from company_copy where company_id = ?", place.companyId);
        published.change("delete from binding_copy where company_id = ?", place.companyId);
        place.asAdministrator().get("/api/sso/" + place.companyId).then().statusCode(404);
        place.open(BROWSER, "/auth/saml/" + place.companyId + "/login").then().statusCode(404);

        place.tell();
        place.bind();

        published.await("select revision from company_copy where company_id = ?", "1", place.companyId);
        place.login(BROWSER);
        published.await("select state from binding_copy where company_id = ?", "BOUND", place.companyId);
    }

    @Test
    void keepsWhatIsNewestOfACompanyAndABinding() {
        var place = Workplace.known();
        var copy = "select status || revision from company_copy where company_id = ?";
        place.tell(3, "SUSPENDED");
        published.await(copy, "SUSPENDED3", place.companyId);

        place.tell(2, "ACTIVE");
        place.bind();

        published.await("select state from binding_copy where company_id = ?", "BOUND", place.companyId);
        var later = Workplace.known();
        assertEquals("SUSPENDED3", published.value(copy, place.companyId));
        assertEquals("ACTIVE1", published.value(copy, later.companyId));
    }

    @Test
    void republishesWhatWasSentUnderTheIdThatItHad() {
        var place = Workplace.enabled("RESTART");
        var first = TestEvents.await("dovetail.sso", "connection-enabled", place.companyId, place.companyId.toString());
        published.await("select count(*) - count(sent_at) from outbox where company_id = ?", "0", place.companyId);

        var answer = republish(Map.of("since", Instant.EPOCH.toString()));

        answer.then().statusCode(202).body("republished", greaterThanOrEqualTo(3));
        var again = TestEvents.await(
                "dovetail.sso", record -> id(record).equals(id(first)) && record.offset() > first.offset());
        assertEquals(TestEvents.body(first), TestEvents.body(again));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"since\": null}",
                "{\"since\": ",
                "{\"since\": \"yesterday\"}",
                "{\"since\": {}}",
                "{\"since\": \"2026-01-01T00:00:00Z\", \"until\": 1}",
                "\u0000"
            })
    void republishesNothingForWhatIsNoMoment(String body) {
        var unsent = published.value("select count(*) from outbox where sent_at is null");

        republish(body).then().statusCode(400).contentType("application/problem+json");

        assertEquals(unsent, published.value("select count(*) from outbox where sent_at is null"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"})
    void republishesNothingOfTheFuture(String since) {
        republish(Map.of("since", since)).then().statusCode(202).body("republished", equalTo(0));
    }

    @Test
    void republishesEverythingSinceBeforeAllTime() {
        Workplace.enabled("RESTART");
        Eventually.until(
                "something was sent",
                () -> !published.value("select count(sent_at) from outbox").equals("0"));

        var answer = republish(Map.of("since", "-999999999-01-01T00:00:00Z"));

        answer.then().statusCode(202);
        assertNotEquals(0, answer.<Integer>path("republished"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"announce", "republish"})
    void listensToTheOperatorAlone(String call) {
        var place = Workplace.known();
        var before = published.value("select count(*) from outbox");

        given().contentType("application/json")
                .body("{}")
                .post("/api/sso/" + call)
                .then()
                .statusCode(401);
        given().header("X-Operator-Key", "guessed")
                .contentType("application/json")
                .body("{}")
                .post("/api/sso/" + call)
                .then()
                .statusCode(401);
        place.asAdministrator().body("{}").post("/api/sso/" + call).then().statusCode(401);

        assertEquals(before, published.value("select count(*) from outbox"));
    }

    private static Response announce() {
        return operator().post("/api/sso/announce");
    }

    private static Response republish(Object body) {
        return operator().body(body).post("/api/sso/republish");
    }

    private static RequestSpecification operator() {
        return given().header("X-Operator-Key", EmbeddedParts.OPERATOR_KEY).contentType("application/json");
    }

    private static boolean isOf(ConsumerRecord<String, byte[]> record, Workplace place) {
        return TestEvents.header(record, "ce_type").equals("dovetail.connection-changed.v1")
                && TestEvents.header(record, "ce_subject").equals(place.companyId.toString());
    }

    private static String id(ConsumerRecord<String, byte[]> record) {
        return TestEvents.header(record, "ce_id");
    }
}
