package io.dovetail.sso.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponsePlan;
import io.dovetail.lab.idp.SamlIds;
import io.dovetail.sso.MovableClock;
import io.dovetail.sso.Workplace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Honest answers at the wrong place or time (security.md F6, F7, F16, H1, H2); each stands beside the right one. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class MisplacedAnswerTest {
    private static final String BROWSER = "browser-of-ada-0123456789-0123456789-0123456789";
    private static final Duration TOO_LATE = Duration.ofMinutes(11);

    @Inject
    MovableClock clock;

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void refusesAnAnswerToARequestThatWasNeverSent() {
        var place = Workplace.enabled("RESTART");
        var requestId = place.login(BROWSER);

        refused(place, "REQUEST_UNKNOWN", place.post(place.response("_never-sent"), requestId));

        place.post(place.response(requestId), requestId).then().statusCode(303);
    }

    @Test
    void refusesAnAnswerToAnotherCompanysRequest() {
        var place = Workplace.enabled("RESTART");
        var other = Workplace.enabled("RESTART");
        var requestId = other.login(BROWSER);

        refused(place, "REQUEST_UNKNOWN", place.post(place.response(requestId), requestId));

        other.post(other.response(requestId), requestId).then().statusCode(303);
    }

    /** Both companies trust the same key here, so that it is not the signature that stops it. */
    @Test
    void refusesAnAnswerForAnotherCompanyAndLeavesItGoodThere() {
        var place = Workplace.enabled("RESTART");
        var other = Workplace.enabled("RESTART");
        var requestId = other.login(BROWSER);
        var plan = other.plan(requestId);
        var asOurs = plan.withIssuer(place.companyId.toString());

        refused(place, "ISSUER_WRONG", place.post(signed(plan), requestId));
        refused(place, "DESTINATION_WRONG", place.post(signed(asOurs), requestId));
        refused(place, "RECIPIENT_WRONG", place.post(signed(asOurs.withDestination(null)), requestId));

        other.post(signed(plan), requestId).then().statusCode(303);
    }

    @Test
    void aCompanyThatNamesAnothersProviderGainsNothingThere() {
        var keys = IdpKeys.rsa2048();
        var owner = Workplace.enabled("RESTART");
        var thief = Workplace.known();
        thief.asAdministrator()
                .body(Map.of("metadataXml", owner.metadata().replace(certificate(Workplace.KEYS), certificate(keys))))
                .put("/api/sso/" + thief.companyId)
                .then()
                .statusCode(200);
        var requestId = owner.login(BROWSER);

        refused(owner, "SIGNATURE_INVALID", owner.post(ResponseFactory.base64(owner.plan(requestId), keys), requestId));

        owner.post(owner.response(requestId), requestId).then().statusCode(303);
        assertEquals("PASSED", verify(thief, owner, keys));
    }

    @Test
    void believesNothingOfALateAnswerAndStartsAnew() {
        var place = Workplace.enabled("RESTART");
        var late = place.login(BROWSER);
        clock.advance(TOO_LATE);
        var inTime = place.login(BROWSER);

        var restarted = Workplace.path(place.post(signed(now(place.plan(late))), late));
        var taken = Workplace.path(place.post(signed(now(place.plan(inTime))), inTime));

        assertEquals("/auth/saml/" + place.companyId + "/login?restart=1", restarted);
        place.open(BROWSER, taken).then().statusCode(303);
    }

    @Test
    void aLateAnswerStillLeadsWhereItsRequestWasFor() {
        var place = Workplace.enabled("RESTART");
        var login = place.open(BROWSER, "/auth/saml/" + place.companyId + "/login?returnTo=/reports");
        var late = Workplace.requestId(login);
        clock.advance(TOO_LATE);

        var restarted = Workplace.path(place.post(signed(now(place.plan(late))), late));

        assertEquals("/auth/saml/" + place.companyId + "/login?restart=1&returnTo=%2Freports", restarted);
    }

    /** A verification ends in its own browser or not at all, whatever the connection makes of tiles. */
    @ParameterizedTest
    @ValueSource(strings = {"ACCEPT", "RESTART"})
    void makesNoSignInOfALateAnswerToAVerification(String idpInitiated) {
        var place = Workplace.enabled(idpInitiated);
        String loginUrl = place.asAdministrator()
                .post("/api/sso/" + place.companyId + "/verifications")
                .path("loginUrl");
        var late = Workplace.requestId(place.open(BROWSER, loginUrl));
        var signIn = place.login(BROWSER);
        clock.advance(TOO_LATE);

        var refused = place.post(signed(now(place.plan(late))), late);
        var twin = place.post(signed(now(place.plan(signIn))), signIn);

        refused.then().statusCode(403);
        twin.then().statusCode(303);
        clock.reset();
        assertEquals("UNSOLICITED", place.newestReason());
    }

    @Test
    void refusesALateAnswerWhereTheConnectionSaysSo() {
        var place = Workplace.enabled("REFUSE");
        var late = place.login(BROWSER);
        clock.advance(TOO_LATE);
        var inTime = place.login(BROWSER);

        refused(place, "UNSOLICITED", place.post(signed(now(place.plan(late))), late));

        place.post(signed(now(place.plan(inTime))), inTime).then().statusCode(303);
    }

    /** The envelope is not signed: whoever carries it may write any request's id on it. */
    @Test
    void believesNoRequestThatOnlyTheUnsignedPartNames() {
        var restarting = Workplace.enabled("RESTART");
        var refusing = Workplace.enabled("REFUSE");
        var restartingRequest = restarting.login(BROWSER);
        var refusedRequest = refusing.login(BROWSER);

        var restart = Workplace.path(restarting.post(unaskedButNaming(restarting, restartingRequest), ""));
        refused(refusing, "UNSOLICITED", refusing.post(unaskedButNaming(refusing, refusedRequest), refusedRequest));

        assertTrue(restart.contains("/login?restart=1"), restart);
        restarting
                .post(restarting.response(restartingRequest), restartingRequest)
                .then()
                .statusCode(303);
        refusing.post(refusing.response(refusedRequest), refusedRequest).then().statusCode(303);
    }

    @Test
    void aUsedAssertionCountsInNoNewResponse() {
        var place = Workplace.enabled("RESTART");
        var requestId = place.login(BROWSER);
        var document = ResponseFactory.document(place.plan(requestId), Workplace.KEYS);
        place.post(ResponseFactory.encode(document), requestId).then().statusCode(303);
        document.getDocumentElement().setAttribute("ID", SamlIds.next());

        refused(place, "ASSERTION_REPLAYED", place.post(ResponseFactory.encode(document), requestId));

        place.post(place.response(requestId), requestId).then().statusCode(303);
    }

    private static void refused(Workplace place, String reason, Response answer) {
        answer.then().statusCode(403);
        assertEquals(reason, place.newestReason());
    }

    private static String signed(ResponsePlan plan) {
        return ResponseFactory.base64(plan, Workplace.KEYS);
    }

    private static String unaskedButNaming(Workplace place, String requestId) {
        var document = ResponseFactory.document(place.plan("unused").withInResponseTo(null), Workplace.KEYS);
        document.getDocumentElement().setAttribute("InResponseTo", requestId);
        return ResponseFactory.encode(document);
    }

    private ResponsePlan now(ResponsePlan plan) {
        Instant now = clock.instant();
        return plan.withIssueInstant(now)
                .withNotBefore(now.minus(ResponsePlan.LIFE))
                .withNotOnOrAfter(now.plus(ResponsePlan.LIFE));
    }

    /** A verification at one company whose provider bears another's name; returns its status. */
    private static String verify(Workplace place, Workplace named, IdpKeys keys) {
        var started = place.asAdministrator().post("/api/sso/" + place.companyId + "/verifications");
        var requestId = place.open(Workplace.VERIFYING_BROWSER, started.path("loginUrl"))
                .header("Location")
                .replaceAll(".*RelayState=", "");
        var plan = place.plan(requestId).withIssuer(named.companyId.toString());
        var finish = Workplace.path(place.post(ResponseFactory.base64(plan, keys), requestId));
        place.open(Workplace.VERIFYING_BROWSER, finish).then().statusCode(303);
        return place.asAdministrator()
                .get("/api/sso/" + place.companyId + "/verifications/" + started.path("id"))
                .path("status");
    }

    private static String certificate(IdpKeys keys) {
        try {
            return Base64.getEncoder().encodeToString(keys.certificate().getEncoded());
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
