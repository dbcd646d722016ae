package io.dovetail.sso;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever asks at an address that is not theirs, or is none, gets a 4xx problem, and nothing is changed. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class WrongAddressTest {
    private static Workplace place;
    private String before;

    @Inject
    Published published;

    @BeforeEach
    void saveADraft() {
        if (place == null) {
            place = Workplace.known();
            place.save("RESTART");
        }
        before = published.everything();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, ''",
        "PUT, ''",
        "POST, /verifications",
        "GET, /verifications/ID",
        "POST, /verifications/ID/link",
        "POST, /enable",
        "GET, /sign-ins",
        "GET, /sign-ins/ID"
    })
    void keepsOneCompanyFromAnotherAndMembersAndStrangersFromAll(String method, String path) {
        var body = body(method);
        var end = path.replace("ID", UUID.randomUUID().toString());
        var own = "/api/sso/" + place.companyId + end;
        var member = given().header("Authorization", "Bearer " + TestTokens.member(place.companyId, UUID.randomUUID()))
                .contentType("application/json");

        refused(404, place.asAdministrator().body(body).request(method, "/api/sso/" + UUID.randomUUID() + end));
        refused(404, place.asAdministrator().body(body).request(method, "/api/sso/not-a-company" + end));
        refused(403, member.body(body).request(method, own));
        refused(401, given().contentType("application/json").body(body).request(method, own));
    }

    @ParameterizedTest
    @CsvSource({"GET, ''", "PUT, ''", "POST, /enable"})
    void knowsNothingOfACompanyThatItWasNotToldOf(String method, String path) {
        var company = UUID.randomUUID();
        var stranger = given().header("Authorization", "Bearer " + TestTokens.admin(company, UUID.randomUUID()))
                .contentType("application/json")
                .body(body(method));

        refused(404, stranger.request(method, "/api/sso/" + company + path))
                .then()
                .body("type", equalTo("/problems/company-not-known-yet"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/verifications/not-an-id",
                "/verifications/%00",
                "/verifications/00000000-0000-0000-0000-000000000000",
                "/sign-ins/not-there",
                "/sign-ins/%00",
                "/sign-ins/a%00b",
                "/sign-ins/%ff",
                "/sign-ins/%F0%9F%92%A5",
                "/no-such-thing"
            })
    void findsNothingUnderWhatIsNoId(String path) {
        refused(404, raw(place.asAdministrator()).get("/api/sso/" + place.companyId + path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2",
                "yesterday",
                "%00",
                "2026-13-01T00:00:00Z",
                "%2B999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z"
            })
    void refusesACursorThatItNeverGave(String cursor) {
        refused(400, raw(place.asAdministrator()).get("/api/sso/" + place.companyId + "/sign-ins?cursor=" + cursor));
    }

    @Test
    void refusesAnotherMethod() {
        refused(405, place.asAdministrator().delete("/api/sso/" + place.companyId));
    }

    private Map<String, String> body(String method) {
        return method.equals("PUT") ? Map.of("metadataXml", place.metadata()) : Map.of();
    }

    private Response refused(int status, Response answer) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("detail", not(blankOrNullString()));
        assertEquals(before, published.everything());
        return answer;
    }

    /** Percent signs in the path go out as they stand. */
    private static RequestSpecification raw(RequestSpecification request) {
        return request.urlEncodingEnabled(false);
    }
}
