package io.dovetail.console.connection;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.console.testing.Browser;
import io.dovetail.console.testing.Services;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The administrator's page: save, verify, link. */
@QuarkusTest
@QuarkusTestResource(Services.class)
class SettingsTest {
    private static final String HERE = SavedDraft.HERE;
    private static final String COMPANY = SavedDraft.COMPANY;
    private static final String VERIFICATION = "11111111-0000-4000-8000-000000000001";

    @BeforeEach
    void connectionIsADraft() {
        SavedDraft.answered();
    }

    @Test
    void showsWhatToCopyAndWarnsBeforeEnabling() {
        var answer = Browser.signedIn("ADMIN", 600).get(HERE);

        answer.then()
                .statusCode(200)
                .body(containsString("https://app/acs"), containsString("<code>saml_id</code>"))
                .body(containsString("firstname, lastname, username"))
                .body(containsString("<option value=\"JUMPCLOUD\" selected>"))
                .body(containsString("must be assigned"), not(containsString("null")));
        assertEquals("Bearer token-1", Services.last("GET " + COMPANY).authorization());
    }

    @Test
    void isForAdministratorsAlone() {
        Browser.signedIn("MEMBER", 600).get(HERE).then().statusCode(403);
        new Browser().get(HERE).then().statusCode(303).header("Location", containsString("/sign-in?returnTo="));
    }

    @Test
    void savesTheDraft() {
        Services.answer("PUT " + COMPANY, 200, "{}");

        var answer = SavedDraft.save(Map.of("provider", "JUMPCLOUD", "metadataUrl", "", "metadataXml", "<xml/>"));

        answer.then().statusCode(303).header("Location", endsWith("?done=saved"));
        assertEquals(
                "{\"metadataXml\":\"<xml/>\",\"provider\":\"JUMPCLOUD\"}",
                Services.last("PUT " + COMPANY).body());
    }

    @Test
    void verifyingLeadsToTheProvider() {
        Services.answer(
                "POST " + COMPANY + "/verifications", 201, "{\"id\":\"v\",\"loginUrl\":\"/auth/saml/c/login?v=1\"}");

        var answer = Browser.signedIn("ADMIN", 600).post(HERE + "/verify", Map.of());

        answer.then().statusCode(303).header("Location", "http://localhost:8080/auth/saml/c/login?v=1");
    }

    @Test
    void aVerificationIsAListOfChecksAndOffersToLink() {
        Services.answer("GET " + COMPANY + "/verifications/" + VERIFICATION, 200, """
                {"id":"%s","status":"PASSED","linkable":true,"identity":{"samlId":"s1","firstName":"Ada","lastName":"L"},
                "checks":[{"title":"Audience","status":"FAILED","expected":"a","received":"b","fixAt":"IDP","advice":"Set it."}]}""".formatted(VERIFICATION));

        var answer = Browser.signedIn("ADMIN", 600).get(HERE + "?verification=" + VERIFICATION);

        answer.then()
                .statusCode(200)
                .body(containsString("Audience"), containsString("at the provider:"), containsString("Set it."))
                .body(containsString("Link my account"));
    }

    @Test
    void linkingTradesTheTicketForABinding() {
        Services.answer("POST " + COMPANY + "/verifications/" + VERIFICATION + "/link", 200, "{\"ticket\":\"t1\"}");
        Services.answer("POST /api/bindings", 200, "{\"ticket\":\"t2\"}");
        var browser = Browser.signedIn("ADMIN", 600);
        browser.cookie("dovetail-browser", "b1");

        var answer = browser.post(HERE + "/link", Map.of("verification", VERIFICATION));

        answer.then().statusCode(303).header("Location", containsString("done=linked"));
        assertEquals("{\"ticket\":\"t1\"}", Services.last("POST /api/bindings").body());
        assertEquals("dovetail-browser=b1", Services.last("POST /api/bindings").cookie());
        var asked = Services.last("POST " + COMPANY + "/verifications/" + VERIFICATION + "/link");
        assertEquals("dovetail-browser=b1", asked.cookie());
        assertEquals("Bearer token-1", asked.authorization());
    }

    @Test
    void whatIsPastedWinsOverTheAddressThatStillStandsThere() {
        Services.answer("PUT " + COMPANY, 200, "{}");

        SavedDraft.save(Map.of("metadataUrl", "https://idp/metadata", "metadataXml", " <xml/> "));

        assertEquals(
                "{\"metadataXml\":\"<xml/>\"}", Services.last("PUT " + COMPANY).body());
    }

    @Test
    void nothingIsSavedWithoutMetadata() {
        var answer = SavedDraft.save(Map.of("provider", "NONE"));

        answer.then().statusCode(400).body(containsString("paste the metadata itself"));
        assertEquals(0, Services.count("PUT " + COMPANY));
    }

    @Test
    void refusedMetadataStaysInTheFormWithTheReason() {
        Services.answer("PUT " + COMPANY, 400, "{\"detail\":\"This is <not> XML.\"}");

        var answer = SavedDraft.save(Map.of("provider", "NONE", "metadataUrl", "https://idp/x?a=1&b=\"2\""));

        answer.then()
                .statusCode(400)
                .body(containsString("This is &lt;not&gt; XML."))
                .body(containsString("value=\"https://idp/x?a=1&amp;b=&quot;2&quot;\""))
                .body(containsString("<option value=\"NONE\" selected>"));
    }

    @Test
    void aCompanyWithoutTheEntitlementIsToldWhomToAsk() {
        Services.answer("GET " + COMPANY, 403, "{\"title\":\"Not part of your plan\",\"detail\":\"Ask the team.\"}");

        var answer = Browser.signedIn("ADMIN", 600).get(HERE);

        answer.then().statusCode(403).body(containsString("Not part of your plan"), containsString("Ask the team."));
    }

    @Test
    void aSessionThatEndedElsewhereLeadsToTheSignInAndBack() {
        Services.answer("GET " + COMPANY, 401, "{}");
        var browser = Browser.signedIn("ADMIN", 600);

        browser.get(HERE)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/sign-in?returnTo=%2Fsettings%2Fsingle-sign-on"));

        browser.get("/").then().statusCode(303);
    }

    @Test
    void aVerificationOpenedBeforeSigningInIsFoundAgainAfterwards() {
        new Browser()
                .get(HERE + "?verification=" + VERIFICATION)
                .then()
                .header("Location", endsWith("%3Fverification%3D" + VERIFICATION));
    }

    @Test
    void leadsOnlyToThisOriginForVerifying() {
        Services.answer(
                "POST " + COMPANY + "/verifications", 201, "{\"id\":\"v\",\"loginUrl\":\"https://evil.example/\"}");

        var answer = Browser.signedIn("ADMIN", 600).post(HERE + "/verify", Map.of());

        answer.then().statusCode(303).header("Location", "http://localhost:8080/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/save", "/verify", "/link", "/enable"})
    void theAddressOfAnActOpenedAgainLeadsToThePage(String act) {
        Browser.signedIn("ADMIN", 600).get(HERE + act).then().statusCode(303).header("Location", endsWith(HERE));
    }

    @Test
    void aRefusedFormPointsAtItsReason() {
        Services.answer("PUT " + COMPANY, 400, "{\"title\":\"Refused\",\"detail\":\"Paste it.\"}");

        SavedDraft.save(Map.of("metadataXml", "no"))
                .then()
                .body(containsString("<title>Not done: Single sign-on"), containsString("Refused. Paste it."))
                .body(containsString("id=\"notice\""), containsString("aria-describedby=\"notice\" autofocus"));
    }

    @Test
    void anAddressThatIsNoVerificationIsAPage() {
        Browser.signedIn("ADMIN", 600)
                .get(HERE + "?verification=..%2F..%2Fcompanies")
                .then()
                .statusCode(404)
                .body(containsString("There is no such verification"));
    }

    @Test
    void theFormThatEndsAtTheProviderIsNotHeldBack() {
        Browser.signedIn("ADMIN", 600)
                .get(HERE)
                .then()
                .header("Content-Security-Policy", not(containsString("form-action")))
                .header("Content-Security-Policy", containsString("script-src 'self'"));
    }

    @Test
    void savesWhatStandsUnderMore() {
        Services.answer("PUT " + COMPANY, 200, "{}");

        SavedDraft.save(Map.of(
                        "metadataUrl", "https://idp/metadata",
                        "firstName", "firstname",
                        "samlId", " username ",
                        "clockSkewSeconds", "60",
                        "idpInitiated", "ACCEPT",
                        "requiredSignature", "BOTH",
                        "ownEntityId", "https://app/own",
                        "signRequests", "yes",
                        "encryptAssertions", "yes"))
                .then()
                .statusCode(303);

        assertEquals(
                "{\"attributes\":{\"first_name\":\"firstname\",\"saml_id\":\"username\"},\"clockSkewSeconds\":60,"
                        + "\"encryptAssertions\":true,\"idpInitiated\":\"ACCEPT\",\"metadataUrl\":\"https://idp/metadata\","
                        + "\"ownEntityId\":\"https://app/own\",\"requiredSignature\":\"BOTH\",\"signRequests\":true}",
                Services.last("PUT " + COMPANY).body());
    }

    @Test
    void aSavedChoiceStandsInTheFormSoThatTheNextSaveKeepsIt() {
        Services.answer("GET " + COMPANY, 200, """
                {"companyId":"c0ffee00-0000-4000-8000-000000000001","state":"OFF","allowed":true,
                "draft":{"version":1,"provider":"NONE","idpEntityId":"https://idp","keys":[],"clockSkewSeconds":60,
                "attributes":{"first_name":"f","last_name":"l","saml_id":"uid"},"idpInitiated":"REFUSE",
                "requiredSignature":"BOTH","ownEntityId":"https://app/own","signRequests":true,"encryptAssertions":true},
                "current":null}""");

        Browser.signedIn("ADMIN", 600)
                .get(HERE)
                .then()
                .statusCode(200)
                .body(containsString("name=\"samlId\" value=\"uid\""), containsString("value=\"60\""))
                .body(containsString("value=\"REFUSE\" selected"), containsString("value=\"BOTH\" selected"))
                .body(containsString("value=\"https://app/own\""))
                .body(containsString("name=\"signRequests\" value=\"yes\" checked"))
                .body(containsString("name=\"encryptAssertions\" value=\"yes\" checked"));
    }

    @Test
    void leadsToTheGuideOfTheProvider() {
        Services.answer("GET /api/sso/providers", 200, """
                [{"id":"JUMPCLOUD","title":"JumpCloud","guide":"docs/guides/jumpcloud.md","fields":[]},
                {"id":"OKTA","title":"Okta","guide":"javascript:alert(1)","fields":[]}]""");

        Browser.signedIn("ADMIN", 600)
                .get(HERE)
                .then()
                .body(containsString("<a id=\"guide\" href=\"/guides/jumpcloud\">"))
                .body(not(containsString("javascript:")));
    }

    @Test
    void showsEveryKeyThatCountedOnce() {
        Services.answer("GET " + COMPANY + "/keys", 200, """
                {"items":[{"fingerprint":"ab12","subject":"CN=new","notBefore":"2026-01-15T09:30:00Z",
                "notAfter":"2036-01-15T09:30:00Z","trusted":true,
                "versions":[{"version":2,"part":"CURRENT","addedAt":"2026-01-15T09:30:00Z","endedAt":null}]},
                {"fingerprint":"cd34","subject":"CN=<old>","trusted":false,
                "versions":[{"version":1,"part":"EARLIER","addedAt":"2026-01-14T09:30:00Z","endedAt":"2026-01-15T09:30:00Z"}]}]}""");
        var browser = Browser.signedIn("ADMIN", 600);

        browser.get(HERE).then().body(containsString("href=\"" + HERE + "/keys\""));
        browser.get(HERE + "/keys")
                .then()
                .statusCode(200)
                .body(containsString("counts now"), containsString("counts no longer"))
                .body(containsString("version 2, in use: since 15 January 2026, 09:30 UTC"))
                .body(containsString("CN=&lt;old&gt;"), containsString("until 15 January 2026, 09:30 UTC"))
                .body(not(containsString("null")));
    }

    @Test
    void replacesAKeyOfOurs() {
        Services.answer("GET " + COMPANY + "/sp-keys", 200, """
                {"items":[{"use":"ENCRYPTION","state":"NEXT","fingerprint":"ab12","notAfter":"2036-01-16T09:30:00Z"},
                {"use":"ENCRYPTION","state":"ACTIVE","fingerprint":"cd34","notAfter":"2035-01-16T09:30:00Z"}]}""");
        Services.answer("POST " + COMPANY + "/sp-keys/encryption/next/activate", 204, "");
        var browser = Browser.signedIn("ADMIN", 600);

        browser.get(HERE)
                .then()
                .statusCode(200)
                .body(containsString("<code>ab12</code>"), containsString("<code>cd34</code>"))
                .body(containsString("sp-keys/encryption/activate"), containsString("sp-keys/encryption/add"));
        browser.post(HERE + "/sp-keys/encryption/activate", Map.of())
                .then()
                .statusCode(303)
                .header("Location", endsWith("?done=sp-key-activate"));
        browser.get(HERE + "/sp-keys/encryption/activate").then().statusCode(303);
        browser.post(HERE + "/sp-keys/forging/activate", Map.of()).then().statusCode(404);
    }
}
