package io.dovetail.sso.signin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.sso.Published;
import io.dovetail.sso.Workplace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a stranger sends to the three stations of a browser is refused, never stumbled over. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class WrongBrowserInputTest {
    private static final String BROWSER = "browser-of-ada-0123456789-0123456789-0123456789";

    private static Workplace place;
    private String before;
    private int acceptedBefore;

    @Inject
    Published published;

    @BeforeEach
    void enable() {
        if (place == null) {
            place = Workplace.enabled("RESTART");
        }
        before = published.everything();
        acceptedBefore = accepted();
    }

    private int accepted() {
        return published.events(place.companyId, "sign-in-accepted").size();
    }

    @ParameterizedTest
    @CsvSource({"GET, /login", "GET, /finish/handle", "GET, /metadata", "POST, ''"})
    void knowsNoOtherCompanyAndKeepsNothingOfIt(String method, String path) {
        for (var company : List.of(UUID.randomUUID().toString(), "not-a-company", "%00")) {
            var request = method.equals("POST") ? raw().formParam("SAMLResponse", place.response("_x")) : raw();

            problem(404, request.request(method, "/auth/saml/" + company + path));
        }
        problem(404, given().formParam("RelayState", "x").post("/auth/saml/" + UUID.randomUUID()));

        assertEquals(before, published.everything());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%00b", "%ED%A0%80", "%ff", "%F0%9F%92%A5", "_0123456789abcdef0123456789abcde%00"})
    void readsARelayStateThatIsNoTextAsNone(String relayState) {
        var body = "SAMLResponse=bm8gWE1M&RelayState=" + relayState;

        var answer = raw().contentType("application/x-www-form-urlencoded")
                .body(body)
                .post("/auth/saml/" + place.companyId);

        answer.then().statusCode(403).contentType("text/html");
        assertEquals("NOT_XML", place.newestReason());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SAMLResponse",
                "RelayState=x",
                "SAMLResponse=a&SAMLResponse=b",
                "SAMLResponse=a&SAMLRequest=b",
                "SAMLResponse=a&RelayState=b&RelayState=c",
                "samlresponse=a",
                "%00=a"
            })
    void refusesAFormThatIsNotOneResponse(String body) {
        var answer = raw().contentType("application/x-www-form-urlencoded")
                .body(body)
                .post("/auth/saml/" + place.companyId);

        assertTrue(answer.statusCode() == 400 || answer.statusCode() == 403, "" + answer.statusCode());
        answer.then().contentType("text/html").body(containsString("word-code"));
        assertEquals(acceptedBefore, accepted());
    }

    @Test
    void refusesAFormOfTenMegabytesBeforeReadingIt() {
        var form =
                given().contentType("application/x-www-form-urlencoded").body("SAMLResponse=" + "x".repeat(10_000_000));

        problem(413, form.post("/auth/saml/" + place.companyId));

        assertEquals(before, published.everything());
    }

    @Test
    void refusesAResponseOverItsSizeWithItsReason() {
        given().formParam("SAMLResponse", "x".repeat(600_000))
                .post("/auth/saml/" + place.companyId)
                .then()
                .statusCode(413);
        for (var size : new int[] {256 * 1024 + 1, 400 * 1024, 500_000}) {
            given().formParam("SAMLResponse", "x".repeat(size))
                    .post("/auth/saml/" + place.companyId)
                    .then()
                    .statusCode(403);

            assertEquals("TOO_LARGE", place.newestReason());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%00b", "%ff", "..%2f..", "%F0%9F%92%A5"})
    void refusesAHandleThatItNeverGave(String handle) {
        var answer =
                raw().cookie("dovetail-browser", BROWSER).get("/auth/saml/" + place.companyId + "/finish/" + handle);

        assertTrue(answer.statusCode() == 403 || answer.statusCode() == 404, "" + answer.statusCode());
        assertEquals(acceptedBefore, accepted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "not-an-id"})
    void knowsNoVerificationOfAnotherForm(String verification) {
        problem(404, raw().get("/auth/saml/" + place.companyId + "/login?verification=" + verification));

        assertEquals(before, published.everything());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "%2F%2Fevil.example", "%252f%252fevil.example", "/a%00", "/%5cevil.example"})
    void sendsNobodyElsewhereAfterASignIn(String returnTo) {
        var browser = BROWSER + UUID.randomUUID();
        var login = raw().redirects()
                .follow(false)
                .cookie("dovetail-browser", browser)
                .get("/auth/saml/" + place.companyId + "/login?returnTo=" + returnTo);
        var requestId = login.header("Location").replaceAll(".*RelayState=", "");

        var finish = Workplace.path(place.post(place.response(requestId), requestId));

        place.open(browser, finish).then().statusCode(303).header("Location", not(containsString("returnTo")));
    }

    @Test
    void sendsEverybodyToTheirOwnPathAfterASignIn() {
        var login = place.open(BROWSER, "/auth/saml/" + place.companyId + "/login?returnTo=/reports?page=2");
        var requestId = login.header("Location").replaceAll(".*RelayState=", "");

        var finish = Workplace.path(place.post(place.response(requestId), requestId));

        place.open(BROWSER, finish).then().header("Location", containsString("&returnTo=%2Freports%3Fpage%3D2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "/%2Fevil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "/\r\nSet-Cookie: a=b",
                "/23456789012345678901234567890123456789012345678901234567890123456789012345678901"
            })
    void forgetsARelayStateThatLeadsAwayOrIsOverEightyBytesOnARestart(String relayState) {
        var unsolicited = ResponseFactory.base64(place.plan("unused").withInResponseTo(null), Workplace.KEYS);

        var restart = Workplace.path(place.post(unsolicited, relayState));
        var honest = Workplace.path(place.post(unsolicited, "/reports"));

        assertEquals("/auth/saml/" + place.companyId + "/login?restart=1", restart);
        assertEquals("/auth/saml/" + place.companyId + "/login?restart=1&returnTo=%2Freports", honest);
    }

    /** The provider's own words, signed and honest in all else, at the limits of the columns that keep them. */
    @ParameterizedTest
    @CsvSource({"512, 303", "513, 403"})
    void keepsASamlIdUpToItsLimit(int length, int status) {
        var names = Map.of(
                "first_name", List.of("😀".repeat(256)),
                "last_name", List.of("\u0009\ufffd"),
                "saml_id", List.of("x".repeat(length)));
        var requestId = place.login(BROWSER);

        var answer = place.post(
                ResponseFactory.base64(place.plan(requestId).withAttributes(names), Workplace.KEYS), requestId);

        answer.then().statusCode(status);
        if (status == 303) {
            place.open(BROWSER, Workplace.path(answer)).then().statusCode(303);
        }
    }

    @Test
    void recordsAReceivedValueThatIsCutWithinAPairOfSurrogates() {
        for (var padding : List.of("", "x")) {
            var requestId = place.login(BROWSER);
            var issuer = padding + "😀".repeat(300);

            var answer = place.post(
                    ResponseFactory.base64(place.plan(requestId).withIssuer(issuer), Workplace.KEYS), requestId);

            answer.then().statusCode(403);
            assertEquals("ISSUER_WRONG", place.newestReason());
        }
    }

    private static RequestSpecification raw() {
        return given().urlEncodingEnabled(false);
    }

    private static void problem(int status, Response answer) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("detail", not(blankOrNullString()));
    }
}
