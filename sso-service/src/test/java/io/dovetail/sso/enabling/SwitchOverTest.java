package io.dovetail.sso.enabling;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.problem.ProblemException;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.TestEvents;
import io.dovetail.kit.testing.TestTokens;
import io.dovetail.sso.Workplace;
import io.dovetail.sso.connection.SwitchOvers;
import io.dovetail.sso.connection.TrialTime;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Enable, Apply and Disable (design.md, section 4). */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class SwitchOverTest {
    private static final String BROWSER = "browser-of-ada-0123456789-0123456789-0123456789";

    @Inject
    SwitchOvers switchOvers;

    @Test
    void disableBeforeTheFirstSessionIsAnUndo() {
        var place = Workplace.enabled("RESTART");

        post(place, "disable").statusCode(200).body("state", equalTo("OFF")).body("undone", equalTo(true));

        TestEvents.await("dovetail.sso", "connection-disabled", place.companyId, "\"undone\":true");
        TestEvents.await(
                "dovetail.sso", "connection-changed", place.companyId, "\"switchOver\":2,\"settledSwitchOver\":0");
        place.open(BROWSER, "/auth/saml/" + place.companyId + "/login").then().statusCode(403);
    }

    @Test
    void disableAfterTheFirstSessionIsNone() {
        var place = Workplace.enabled("RESTART");
        place.comeIn();
        place.awaitState("ON");

        post(place, "disable").statusCode(200).body("undone", equalTo(false));
        post(place, "disable").statusCode(200).body("state", equalTo("OFF")).body("undone", equalTo(false));

        TestEvents.await("dovetail.sso", "connection-disabled", place.companyId, "\"undone\":false");
        TestEvents.await(
                "dovetail.sso", "connection-changed", place.companyId, "\"switchOver\":2,\"settledSwitchOver\":1");
        read(place).body("trialEndsAt", nullValue());
    }

    @Test
    void canBeEnabledAgainAfterAnUndo() {
        var place = Workplace.enabled("RESTART");
        post(place, "disable").statusCode(200);

        post(place, "enable").statusCode(200).body("state", equalTo("ON_TRIAL"));

        TestEvents.await(
                "dovetail.sso", "connection-changed", place.companyId, "\"switchOver\":3,\"settledSwitchOver\":0");
    }

    @Test
    void ofManyAdministratorsWhoEnableAtOnceOneDoes() {
        var place = Workplace.ready("RESTART");

        var answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(time -> post(place, "enable").extract().statusCode())
                .sorted()
                .toList();

        assertEquals(List.of(200, 409, 409, 409, 409, 409, 409, 409), answers);
        post(place, "enable").statusCode(409).body("type", equalTo("/problems/already-enabled"));
    }

    @Test
    void aMemberSwitchesNothing() {
        var place = Workplace.enabled("RESTART");
        var member = TestTokens.member(place.companyId, UUID.randomUUID());
        var stranger = TestTokens.admin(UUID.randomUUID(), UUID.randomUUID());

        for (var deed : List.of("enable", "apply", "disable", "recovery-codes", "versions/1/restore")) {
            as(member).post("/api/sso/" + place.companyId + "/" + deed).then().statusCode(403);
            as(stranger).post("/api/sso/" + place.companyId + "/" + deed).then().statusCode(404);
        }

        assertEquals("ON_TRIAL", place.state());
        post(place, "disable").statusCode(200).body("undone", equalTo(true));
    }

    /** Nobody would come in, and an Apply has no trial that rolls back. */
    @Test
    void appliesNoDraftByWhichTheProviderNamesPeopleOtherwise() {
        var place = Workplace.enabled("RESTART");
        place.save("REFUSE");
        place.habits = plan -> plan.withAttributes(
                Map.of("first_name", List.of("Ada"), "last_name", List.of("Lovelace"), "saml_id", List.of("00u17")));
        place.verify();

        post(place, "apply")
                .statusCode(409)
                .body("type", equalTo("/problems/not-ready"))
                .body("missing", hasSize(1))
                .body("missing[0]", containsString("saml_id"));

        place.habits = UnaryOperator.identity();
        place.verify();
        post(place, "apply").statusCode(204);
    }

    @Test
    void appliesADraftOnceItIsVerified() {
        var place = Workplace.enabled("RESTART");
        place.save("REFUSE");

        post(place, "apply")
                .statusCode(409)
                .body("type", equalTo("/problems/not-ready"))
                .body("missing", hasSize(1));
        read(place).body("current.version", equalTo(1)).body("draft.version", equalTo(2));
        place.verify();
        post(place, "apply").statusCode(204);

        read(place)
                .body("state", equalTo("ON_TRIAL"))
                .body("current.version", equalTo(2))
                .body("current.idpInitiated", equalTo("REFUSE"))
                .body("draft", nullValue());
        TestEvents.await("dovetail.sso", "connection-applied", place.companyId, "\"version\":2");
        post(place, "apply").statusCode(409).body("type", equalTo("/problems/nothing-to-apply"));
    }

    @Test
    void appliesNothingWhileOff() {
        var place = Workplace.ready("RESTART");

        post(place, "apply").statusCode(409).body("type", equalTo("/problems/not-enabled"));

        assertEquals("OFF", place.state());
    }

    @Test
    void enablesNothingThatWasSavedAfterItWasFoundReady() {
        var place = Workplace.ready("RESTART");
        place.save("REFUSE");

        assertThrows(
                ProblemException.class,
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> switchOvers.enable(
                                place.companyId,
                                1,
                                TrialTime.ONE_DAY,
                                Actor.user(place.administratorId),
                                UUID.randomUUID())));

        assertEquals("OFF", place.state());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"trialHours\":2}", "{\"trialHours\":-1}", "{\"trialHours\":\"x\"}", "{"})
    void refusesATrialOfAnyOtherLength(String body) {
        var place = Workplace.ready("RESTART");

        place.asAdministrator()
                .body(body)
                .post("/api/sso/" + place.companyId + "/enable")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");

        assertEquals("OFF", place.state());
        place.asAdministrator()
                .body("{\"trialHours\":4}")
                .post("/api/sso/" + place.companyId + "/enable")
                .then()
                .statusCode(200);
        read(place).body("trialEndsAt", notNullValue());
    }

    @Test
    void listsWhatWasSavedAndRestoresIt() {
        var place = Workplace.enabled("RESTART");
        place.save("REFUSE");
        place.save("ACCEPT");
        var versions = "/api/sso/" + place.companyId + "/versions";

        place.asAdministrator().get(versions).then().body("items.version", equalTo(List.of(3, 2, 1)));
        place.asAdministrator().get(versions + "?cursor=2").then().body("items.version", equalTo(List.of(1)));
        place.asAdministrator()
                .post(versions + "/2/restore")
                .then()
                .statusCode(200)
                .body("draft.version", equalTo(2))
                .body("draft.idpInitiated", equalTo("REFUSE"));
        place.asAdministrator().post(versions + "/1/restore").then().body("draft", nullValue());
        place.asAdministrator()
                .post(versions + "/4/restore")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/version-unknown"));

        read(place).body("current.version", equalTo(1)).body("state", equalTo("ON_TRIAL"));
    }

    private static ValidatableResponse post(Workplace place, String deed) {
        return place.asAdministrator()
                .post("/api/sso/" + place.companyId + "/" + deed)
                .then();
    }

    private static ValidatableResponse read(Workplace place) {
        return place.asAdministrator().get("/api/sso/" + place.companyId).then().statusCode(200);
    }

    private static io.restassured.specification.RequestSpecification as(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token).contentType("application/json");
    }
}
