package io.dovetail.sso.signin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.sso.Published;
import io.dovetail.sso.Workplace;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A browser that comes too often waits; one from elsewhere, of the same company, gets in meanwhile. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
@TestProfile(TooManyRequestsTest.FewCalls.class)
class TooManyRequestsTest {
    private static final String BROWSER = "browser-of-ada-0123456789-0123456789-0123456789";
    private static final String STRANGER = "203.0.113.7";

    @Inject
    Published published;

    @Inject
    EntityManager database;

    /** One a minute, and two at once. */
    public static class FewCalls implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("dovetail.rate-limits.per-address", "1");
        }
    }

    @BeforeEach
    void nobodyCameBefore() {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("delete from rate_limit").executeUpdate());
    }

    @ParameterizedTest
    @CsvSource({"GET, /login", "POST, ''", "GET, /finish/handle"})
    void showsTheBrowserAPageThatSaysWhenToTryAgain(String method, String path) {
        var place = Workplace.enabled("RESTART");
        come(method, path, place);

        var refused = browser(STRANGER).request(method, "/auth/saml/" + place.companyId + path);

        refused.then()
                .statusCode(429)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Cache-Control", "no-store")
                .body(containsString("Too many requests came at once"))
                .body(containsString(" seconds, then try again"));
        assertTrue(Integer.parseInt(refused.header("Retry-After")) > 0);
    }

    @Test
    void answersTheProblemToWhoeverAsksForNoPage() {
        var place = Workplace.known();
        come("GET", "/metadata", place);

        given().header("X-Forwarded-For", STRANGER)
                .get("/auth/saml/" + place.companyId + "/metadata")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/too-many-requests"));
    }

    @Test
    void looksAtNoAnswerThatComesTooOftenAndLetsTheOthersIn() {
        var place = Workplace.enabled("RESTART");
        var requestId = place.login(BROWSER);
        var response = place.response(requestId);
        come("POST", "", place);
        var before = published.everything();

        var refused = post(STRANGER, place, response, requestId);

        refused.then().statusCode(429);
        assertEquals(before, published.everything());
        post("203.0.113.8", place, response, requestId)
                .then()
                .statusCode(303)
                .header("Location", containsString("/finish/"));
    }

    /** As often as it is let through. */
    private static void come(String method, String path, Workplace place) {
        for (var time = 0; time < 2; time++) {
            var answer = browser(STRANGER).request(method, "/auth/saml/" + place.companyId + path);
            assertNotEquals(429, answer.statusCode());
        }
    }

    private static Response post(String from, Workplace place, String samlResponse, String relayState) {
        return browser(from)
                .formParam("SAMLResponse", samlResponse)
                .formParam("RelayState", relayState)
                .post("/auth/saml/" + place.companyId);
    }

    private static RequestSpecification browser(String from) {
        return given().header("X-Forwarded-For", from)
                .accept("text/html,application/xhtml+xml")
                .contentType("application/x-www-form-urlencoded")
                .redirects()
                .follow(false);
    }
}
