package io.dovetail.sso.signin;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.TestEvents;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.sso.Workplace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class SignInTest {
    private static final String BROWSER = "browser-of-ada-0123456789-0123456789-0123456789";
    private static final String OTHER = "browser-of-eve-0123456789-0123456789-0123456789";

    @Test
    void leadsFromSavedMetadataToATicketForTheApp() {
        var place = Workplace.enabled("RESTART");

        var requestId = place.login(BROWSER);
        var finish = Workplace.path(place.post(place.response(requestId), requestId));
        var complete = place.open(BROWSER, finish);

        complete.then().statusCode(303).header("Location", containsString("/auth/complete?ticket="));
        TestEvents.await("dovetail.sso", "sign-in-accepted", place.companyId, "SIGN_IN");
        TestEvents.await("dovetail.sso", "connection-changed", place.companyId, "ON_TRIAL");
        TestEvents.await("dovetail.sso", "connection-verified", place.companyId, place.administratorId.toString());
    }

    @Test
    void endsTheTrialWithTheFirstSession() {
        var place = Workplace.enabled("RESTART");

        place.comeIn();

        place.awaitState("ON");
        TestEvents.await("dovetail.sso", "connection-changed", place.companyId, "\"settledSwitchOver\":1");
    }

    @Test
    void linksTheAdministratorsOwnAccountAfterAVerification() {
        var place = Workplace.known();
        place.save("RESTART");
        var verification = place.verify();
        var address = "/api/sso/" + place.companyId + "/verifications/" + verification;

        place.asAdministrator()
                .get(address)
                .then()
                .body("status", equalTo("PASSED"))
                .body("identity.samlId", equalTo("ada"))
                .body("identity.email", equalTo("ada@works.example"))
                .body("linkable", equalTo(true));
        place.link(OTHER, verification).then().statusCode(403).body("type", equalTo("/problems/other-browser"));
        place.asAdministrator().post(address + "/link").then().statusCode(403);
        place.link(Workplace.VERIFYING_BROWSER, verification).then().statusCode(200);

        TestEvents.await("dovetail.sso", "sign-in-accepted", place.companyId, "BIND");
    }

    @Test
    void letsNobodyElseSignInForAVerification() {
        var place = Workplace.known();
        place.save("RESTART");
        String id = place.asAdministrator()
                .post("/api/sso/" + place.companyId + "/verifications")
                .path("id");
        var address = "/auth/saml/" + place.companyId + "/login?verification=" + id;

        place.open(BROWSER, address).then().statusCode(303);
        place.open(OTHER, address).then().statusCode(403);
        assertEquals("OTHER_BROWSER", place.newestReason());
        place.open(BROWSER, address).then().statusCode(303);
    }

    @Test
    void opensAVerificationNoMoreOnceItHasPassed() {
        var place = Workplace.known();
        place.save("RESTART");
        var verification = place.verify();
        var address = "/auth/saml/" + place.companyId + "/login?verification=" + verification;

        place.open(Workplace.VERIFYING_BROWSER, address).then().statusCode(403);

        assertEquals("OTHER_BROWSER", place.newestReason());
    }

    @Test
    void refusesToEnableWhatNobodyVerified() {
        var place = Workplace.known();
        place.save("RESTART");

        place.asAdministrator()
                .post("/api/sso/" + place.companyId + "/enable")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/not-ready"))
                .body("missing.size()", equalTo(2));
    }

    @Test
    void showsWhichCheckOfAVerificationFailed() {
        var place = Workplace.known();
        place.save("RESTART");
        String id = place.asAdministrator()
                .post("/api/sso/" + place.companyId + "/verifications")
                .path("id");
        var login = place.open(BROWSER, "/auth/saml/" + place.companyId + "/login?verification=" + id);
        var requestId = login.header("Location").replaceAll(".*RelayState=", "");

        place.post(ResponseFactory.base64(place.plan(requestId).withIssuer("IdP Entity ID"), Workplace.KEYS), requestId)
                .then()
                .statusCode(403);

        place.asAdministrator()
                .get("/api/sso/" + place.companyId + "/verifications/" + id)
                .then()
                .body("status", equalTo("FAILED"))
                .body("checks.find { it.id == 'ISSUER_WRONG' }.status", equalTo("FAILED"))
                .body("checks.find { it.id == 'ISSUER_WRONG' }.received", equalTo("IdP Entity ID"))
                .body("checks.find { it.id == 'SIGNATURE_INVALID' }.status", equalTo("PASSED"))
                .body("checks.find { it.id == 'AUDIENCE_WRONG' }.status", equalTo("SKIPPED"));
    }

    @Test
    void refusesTheBrowserThatDidNotBegin() {
        var place = Workplace.enabled("RESTART");
        var requestId = place.login(BROWSER);
        var finish = Workplace.path(place.post(place.response(requestId), requestId));

        place.open(OTHER, finish).then().statusCode(403);
        assertEquals("OTHER_BROWSER", place.newestReason());

        place.open(BROWSER, finish).then().statusCode(303);
    }

    @Test
    void acceptsOneOfFiftyEqualAnswers() {
        var place = Workplace.enabled("RESTART");
        var requestId = place.login(BROWSER);
        var response = place.response(requestId);

        var accepted = IntStream.range(0, 50)
                .parallel()
                .filter(time -> place.post(response, requestId).statusCode() == 303)
                .count();

        assertEquals(1, accepted);
        assertEquals("ASSERTION_REPLAYED", place.newestReason());
    }

    @Test
    void spendsARequestOnce() {
        var place = Workplace.enabled("RESTART");
        var requestId = place.login(BROWSER);
        var first = Workplace.path(place.post(place.response(requestId), requestId));
        place.open(BROWSER, first).then().statusCode(303);

        place.post(place.response(requestId), requestId).then().statusCode(403);

        assertEquals("REQUEST_SPENT", place.newestReason());
    }

    @Test
    void startsASignInOfItsOwnWhenTheProviderStarts() {
        var place = Workplace.enabled("RESTART");

        var restart = Workplace.path(place.post(
                ResponseFactory.base64(place.plan("unused").withInResponseTo(null), Workplace.KEYS), "/reports"));

        assertTrue(restart.startsWith("/auth/saml/" + place.companyId + "/login?restart=1"), restart);
        assertTrue(restart.endsWith("&returnTo=%2Freports"), restart);
        place.open(BROWSER, restart).then().statusCode(303).header("Location", startsWith("https://idp.example.org/"));
        place.open(BROWSER, restart).then().statusCode(403);
        assertEquals("PROVIDER_IGNORES_REQUESTS", place.newestReason());
    }

    @Test
    void refusesOrAcceptsWhatTheProviderStartsAsTheConnectionSays() {
        var refusing = Workplace.enabled("REFUSE");
        var accepting = Workplace.enabled("ACCEPT");

        var refused = refusing.post(
                ResponseFactory.base64(refusing.plan("unused").withInResponseTo(null), Workplace.KEYS), "");
        var accepted = accepting.post(
                ResponseFactory.base64(accepting.plan("unused").withInResponseTo(null), Workplace.KEYS), "");

        refused.then().statusCode(403);
        assertEquals("UNSOLICITED", refusing.newestReason());
        accepting
                .open(BROWSER, Workplace.path(accepted))
                .then()
                .statusCode(303)
                .header("Location", containsString("/auth/complete?ticket="));
    }

    @Test
    void refusesTwoResponsesInOneForm() {
        var place = Workplace.enabled("RESTART");
        var requestId = place.login(BROWSER);
        var response = place.response(requestId);

        RestAssured.given()
                .formParam("SAMLResponse", response, response)
                .post("/auth/saml/" + place.companyId)
                .then()
                .statusCode(400)
                .contentType("text/html");
        RestAssured.given()
                .formParam("SAMLResponse", response)
                .formParam("SAMLRequest", response)
                .post("/auth/saml/" + place.companyId)
                .then()
                .statusCode(400);

        assertEquals("PARAMETERS_INVALID", place.newestReason());
        place.post(response, requestId).then().statusCode(303);
    }
}
