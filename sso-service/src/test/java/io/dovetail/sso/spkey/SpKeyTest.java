package io.dovetail.sso.spkey;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.lab.idp.Encryption;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import io.dovetail.sso.MovableClock;
import io.dovetail.sso.Published;
import io.dovetail.sso.Workplace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Our keys: requests are signed by what our metadata shows, assertions decrypted, and keys replaced without a gap. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class SpKeyTest {
    @Inject
    MovableClock clock;

    @Inject
    CareForSpKeys careForSpKeys;

    @Inject
    Published published;

    @Inject
    EntityManager database;

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void signsRequestsWithTheKeyThatOurMetadataShows() throws Exception {
        var place = verified(Map.of("signRequests", true));

        var query = URI.create(verification(place).header("Location")).getRawQuery();

        assertTrue(isSignedBy(query, shown(place, "signing").get(0)), query);
        assertTrue(metadata(place).contains("AuthnRequestsSigned=\"true\""));
    }

    @Test
    void signsNothingWhereNobodyAsksForIt() {
        var place = verified(Map.of());

        var query = URI.create(verification(place).header("Location")).getRawQuery();

        assertFalse(query.contains("Signature"), query);
        assertEquals(List.of(), shown(place, "signing"));
        assertTrue(metadata(place).contains("AuthnRequestsSigned=\"false\""));
    }

    @Test
    void signsWhereTheProvidersMetadataAsksForIt() throws Exception {
        var place = Workplace.known();
        var wanting =
                place.metadata().replace("<IDPSSODescriptor", "<IDPSSODescriptor WantAuthnRequestsSigned=\"true\"");
        place.asAdministrator()
                .body(Map.of("metadataXml", wanting))
                .put("/api/sso/" + place.companyId)
                .then()
                .statusCode(200)
                .body("draft.signRequests", equalTo(false))
                .body("draft.signsRequests", equalTo(true));

        var query = URI.create(verification(place).header("Location")).getRawQuery();

        assertTrue(isSignedBy(query, shown(place, "signing").get(0)), query);
    }

    @Test
    void decryptsWithTheKeyThatOurMetadataOffers() {
        var place = verified(Map.of("encryptAssertions", true));

        assertEquals("PASSED", verifyEncrypted(place, shown(place, "encryption").get(0)));
    }

    @Test
    void refusesEncryptedAssertionsWhereEncryptionWasNeverSwitchedOn() {
        var place = verified(Map.of());

        assertEquals("FAILED", verifyEncrypted(place, Workplace.KEYS.certificate()));
        assertEquals("ENCRYPTION_OFF", place.newestReason());
    }

    @Test
    void replacesAnEncryptionKeyWithoutAGap() {
        var place = verified(Map.of("encryptAssertions", true));
        var first = shown(place, "encryption").get(0);

        rotate(place, "encryption", "next").statusCode(204);
        var rotating = shown(place, "encryption");
        var next = rotating.get(0);

        assertEquals(List.of(next, first), rotating);
        assertEquals("PASSED", verifyEncrypted(place, first));
        assertEquals("PASSED", verifyEncrypted(place, next));

        rotate(place, "encryption", "next/activate").statusCode(204);

        assertEquals(List.of(next), shown(place, "encryption"));
        assertEquals("PASSED", verifyEncrypted(place, first));
        assertEquals("PASSED", verifyEncrypted(place, next));

        clock.advance(Duration.ofDays(7).plusMinutes(1));
        careForSpKeys.care();
        clock.reset();

        assertEquals("FAILED", verifyEncrypted(place, first));
        assertEquals("DECRYPTION_FAILED", place.newestReason());
        assertEquals("PASSED", verifyEncrypted(place, next));
    }

    @Test
    void signsWithTheNextKeyOnlyWhenItIsActivated() throws Exception {
        var place = verified(Map.of("signRequests", true));
        var first = shown(place, "signing").get(0);

        rotate(place, "signing", "next").statusCode(204);
        var rotating = shown(place, "signing");
        var during = URI.create(verification(place).header("Location")).getRawQuery();
        rotate(place, "signing", "next/activate").statusCode(204);
        var after = URI.create(verification(place).header("Location")).getRawQuery();

        assertEquals(first, rotating.get(0));
        assertEquals(2, rotating.size());
        assertTrue(isSignedBy(during, first));
        assertTrue(isSignedBy(after, rotating.get(1)));
        assertEquals(List.of(rotating.get(1)), shown(place, "signing"));
    }

    /** A provider that was late would be locked out: it still encrypts to the key before. */
    @Test
    void replacesAnEncryptionKeyOnceInSevenDays() {
        var place = verified(Map.of("encryptAssertions", true, "signRequests", true));
        var first = shown(place, "encryption").get(0);
        for (var use : List.of("encryption", "signing")) {
            rotate(place, use, "next").statusCode(204);
            rotate(place, use, "next/activate").statusCode(204);
            rotate(place, use, "next").statusCode(204);
        }

        refused(
                rotate(place, "encryption", "next/activate").body("after", containsString("T")),
                409,
                "previous-key-in-use");

        assertEquals("PASSED", verifyEncrypted(place, first));
        rotate(place, "signing", "next/activate").statusCode(204);
        clock.advance(Duration.ofDays(7).plusMinutes(1));
        rotate(place, "encryption", "next/activate").statusCode(204);
    }

    @Test
    void aKeyThatDoesNotOpenLocksNobodyOutAndStopsNobodyElses() {
        var broken = verified(Map.of("encryptAssertions", true));
        var whole = verified(Map.of("encryptAssertions", true));
        published.change("update sp_key set sealed_key = 'not to be opened' where company_id = ?", broken.companyId);
        published.change(
                "update sp_key set id = '00000000-0000-0000-0000-000000000001' where company_id = ?", broken.companyId);

        careForSpKeys.care();

        assertEquals("PASSED", statusOf(broken, broken.verify()));
        assertEquals("PASSED", verifyEncrypted(whole, shown(whole, "encryption").get(0)));
        assertEquals(
                "FAILED", verifyEncrypted(broken, shown(broken, "encryption").get(0)));
        published.change("delete from sp_key where company_id = ?", broken.companyId);
    }

    private static String statusOf(Workplace place, String verification) {
        return place.asAdministrator()
                .get("/api/sso/" + place.companyId + "/verifications/" + verification)
                .path("status");
    }

    @Test
    void refusesARotationThatMakesNoSense() {
        var place = verified(Map.of("signRequests", true));

        refused(rotate(place, "encryption", "next"), 409, "no-key-yet");
        refused(rotate(place, "signing", "next/activate"), 409, "no-rotation");
        rotate(place, "signing", "next").statusCode(204);
        refused(rotate(place, "signing", "next"), 409, "rotation-under-way");
        place.asAdministrator()
                .delete("/api/sso/" + place.companyId + "/sp-keys/signing/next")
                .then()
                .statusCode(204);
        refused(rotate(place, "signing", "next/activate"), 409, "no-rotation");
        refused(rotate(place, "forging", "next"), 404, "not-found");
    }

    @Test
    void showsOurKeysAndKeepsThePrivateOnesSealed() {
        var place = verified(Map.of("signRequests", true, "encryptAssertions", true));

        place.asAdministrator()
                .get("/api/sso/" + place.companyId + "/sp-keys")
                .then()
                .statusCode(200)
                .body("items.state", contains("ACTIVE", "ACTIVE"))
                .body("items[0].certificate", startsWith("-----BEGIN CERTIFICATE-----\n"));
        List<?> sealed = database.createNativeQuery("select sealed_key from sp_key where company_id = ?")
                .setParameter(1, place.companyId)
                .getResultList();
        // A JWE's first part, in base64url: {"alg":"dir","enc":"A256GCM"}
        assertTrue(
                sealed.stream().allMatch(key -> ((String) key).startsWith("eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0.")));
    }

    @Test
    void showsOurKeysToTheCompanysAdministratorAlone() {
        var place = verified(Map.of("signRequests", true));
        var other = Workplace.known();

        other.asAdministrator()
                .get("/api/sso/" + place.companyId + "/sp-keys")
                .then()
                .statusCode(404);
        given().get("/api/sso/" + place.companyId + "/sp-keys").then().statusCode(401);
    }

    private static Workplace verified(Map<String, ?> options) {
        var place = Workplace.known();
        var draft = new HashMap<String, Object>(options);
        draft.put("metadataXml", place.metadata());
        place.asAdministrator()
                .body(draft)
                .put("/api/sso/" + place.companyId)
                .then()
                .statusCode(200);
        return place;
    }

    /** The redirect to the provider of a verification. */
    private static Response verification(Workplace place) {
        return place.open(Workplace.VERIFYING_BROWSER, started(place).path("loginUrl"));
    }

    private static Response started(Workplace place) {
        return place.asAdministrator().post("/api/sso/" + place.companyId + "/verifications");
    }

    /** A verification whose answer is encrypted; returns its status. */
    private static String verifyEncrypted(Workplace place, X509Certificate certificate) {
        var started = started(place);
        var location = place.open(Workplace.VERIFYING_BROWSER, started.path("loginUrl"))
                .header("Location");
        var requestId = parameters(URI.create(location).getRawQuery()).get("RelayState");
        var plan = place.plan(requestId).withEncryption(Encryption.to(certificate));
        var answer = place.post(ResponseFactory.base64(plan, Workplace.KEYS), requestId);
        if (answer.statusCode() == 303) {
            place.open(Workplace.VERIFYING_BROWSER, Workplace.path(answer));
        }
        return place.asAdministrator()
                .get("/api/sso/" + place.companyId + "/verifications/" + started.path("id"))
                .path("status");
    }

    private static ValidatableResponse rotate(Workplace place, String use, String step) {
        return place.asAdministrator()
                .post("/api/sso/" + place.companyId + "/sp-keys/" + use + "/" + step)
                .then();
    }

    private static void refused(ValidatableResponse response, int status, String slug) {
        response.statusCode(status).body("type", endsWith("/" + slug));
    }

    private static String metadata(Workplace place) {
        return given().get("/auth/saml/" + place.companyId + "/metadata").asString();
    }

    private static List<X509Certificate> shown(Workplace place, String use) {
        return Xml.descendants(Xml.parse(metadata(place)), Names.MD, "KeyDescriptor").stream()
                .filter(key -> use.equals(key.getAttribute("use")))
                .map(SpKeyTest::certificate)
                .toList();
    }

    private static X509Certificate certificate(Element key) {
        var text = Xml.descendants(key, Names.DS, "X509Certificate").get(0).getTextContent();
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(Base64.getMimeDecoder().decode(text)));
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static boolean isSignedBy(String query, X509Certificate certificate) throws GeneralSecurityException {
        var signed = query.substring(query.indexOf("SAMLRequest="), query.indexOf("&Signature="));
        var verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(certificate);
        verifier.update(signed.getBytes(StandardCharsets.US_ASCII));
        return verifier.verify(Base64.getDecoder().decode(parameters(query).get("Signature")));
    }

    private static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
