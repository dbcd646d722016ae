package io.dovetail.console.connection;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.console.testing.Browser;
import io.dovetail.console.testing.Services;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The provider's keys and metadata on the administrator's page: read again, warned of, held, accepted. */
@QuarkusTest
@QuarkusTestResource(Services.class)
class MetadataTest {
    private static final String HERE = SavedDraft.HERE;
    private static final String COMPANY = SavedDraft.COMPANY;
    private static final String HELD = "22222222-0000-4000-8000-000000000002";
    private static final String KEY = """
            {"fingerprint":"ab12","subject":"CN=<Works>","notBefore":"2026-01-01T00:00:00Z","notAfter":"2027-03-01T12:30:00Z"}""";

    @BeforeEach
    void connectionIsADraft() {
        SavedDraft.answered();
    }

    @Test
    void showsTheKeysWithTheirEndsAndWhenTheMetadataAreRead() {
        current("\"problem\":null,\"held\":null");

        page().body(containsString("<code>ab12</code>"), containsString("CN=&lt;Works&gt;"))
                .body(containsString("until 1 March 2027, 12:30 UTC"))
                .body(containsString("Metadata last read 2 January 2026, 10:00 UTC; next 2 January 2026, 11:00 UTC"))
                .body(containsString("Refresh metadata now"))
                .body(not(containsString("Warning:")), not(containsString("nothing of it was taken over")));
    }

    @Test
    void warnsOfMetadataThatCouldNotBeRead() {
        current("\"problem\":{\"reason\":\"NOT_FETCHED\",\"advice\":\"Try it in a browser.\"},\"held\":null");

        page().body(containsString("Warning:"), containsString("Try it in a browser."));
    }

    @Test
    void showsAHeldChangeWithWhatToDoAndOffersToAcceptIt() {
        held(true);

        page().body(containsString("None of the certificates that are trusted so far is listed any more."))
                .body(containsString("Compare &lt;them&gt;."))
                .body(containsString("/settings/single-sign-on/metadata/" + HELD + "/accept"));
    }

    @Test
    void offersNotToAcceptWhatNeedsADraft() {
        held(false);

        page().body(containsString("nothing of it was taken over"), not(containsString(HELD + "/accept")));
    }

    @Test
    void offersNoRefreshOfWhatWasPasted() {
        page().body(containsString("The metadata were pasted"), not(containsString("Refresh metadata now")));
    }

    @Test
    void readsAgainAndSaysWhatCameOfIt() {
        current("\"problem\":null,\"held\":null");
        Services.answer("POST " + COMPANY + "/refresh-metadata", 200, """
                {"versions":[{"version":1,"result":"KEYS_CHANGED"},{"version":2,"result":"UNCHANGED"}]}""");

        var answer = Browser.signedIn("ADMIN", 600).post(HERE + "/metadata/refresh", Map.of());

        answer.then().statusCode(200).body(containsString("brought other certificates"));
    }

    @Test
    void aRefreshThatIsRefusedSaysWhy() {
        current("\"problem\":null,\"held\":null");
        Services.answer(
                "POST " + COMPANY + "/refresh-metadata",
                429,
                "{\"title\":\"A moment ago\",\"detail\":\"Wait a minute.\"}");

        var answer = Browser.signedIn("ADMIN", 600).post(HERE + "/metadata/refresh", Map.of());

        answer.then().statusCode(429).body(containsString("A moment ago. Wait a minute."));
    }

    @Test
    void acceptingLeadsBackToThePage() {
        held(true);
        Services.answer("POST " + COMPANY + "/held-changes/" + HELD + "/accept", 200, "{}");

        var answer = Browser.signedIn("ADMIN", 600).post(HERE + "/metadata/" + HELD + "/accept", Map.of());

        answer.then().statusCode(303).header("Location", endsWith("?done=accepted"));
        assertEquals(1, Services.count("POST " + COMPANY + "/held-changes/" + HELD + "/accept"));
    }

    @Test
    void refusingEndedCertificatesIsSavedAndShownAsItIs() {
        Services.answer("PUT " + COMPANY, 200, "{}");
        page().body(not(containsString("value=\"yes\" checked")));

        SavedDraft.save(Map.of("metadataXml", "<xml/>", "refusesExpired", "yes"));

        assertEquals(
                "{\"expiredCertificates\":\"REFUSE\",\"metadataXml\":\"<xml/>\"}",
                Services.last("PUT " + COMPANY).body());
        current("\"problem\":null,\"held\":null");
        page().body(containsString("name=\"refusesExpired\" value=\"yes\" checked"));
    }

    @Test
    void theAddressOfAnActOpenedAgainLeadsToThePage() {
        for (var act : new String[] {"/metadata/refresh", "/metadata/" + HELD + "/accept"}) {
            Browser.signedIn("ADMIN", 600)
                    .get(HERE + act)
                    .then()
                    .statusCode(303)
                    .header("Location", endsWith(HERE));
        }
    }

    @Test
    void isForAdministratorsAlone() {
        Browser.signedIn("MEMBER", 600)
                .post(HERE + "/metadata/refresh", Map.of())
                .then()
                .statusCode(403);

        assertEquals(0, Services.count("POST " + COMPANY + "/refresh-metadata"));
    }

    private static ValidatableResponse page() {
        return Browser.signedIn("ADMIN", 600).get(HERE).then().statusCode(200).body(not(containsString("null")));
    }

    private static void held(boolean acceptable) {
        current("""
                "problem":null,"held":{"id":"%s","heldAt":"2026-01-02T10:00:00Z","changes":["EVERY_KEY"],"idpEntityId":"https://idp",
                "ssoUrl":"https://idp/sso","keys":[%s],"acceptable":%s,"advice":"Compare <them>."}""".formatted(HELD, KEY, acceptable));
    }

    private static void current(String problemAndHeld) {
        Services.answer("GET " + COMPANY, 200, """
                {"companyId":"c0ffee00-0000-4000-8000-000000000001","state":"ON","allowed":true,"draft":null,
                "current":{"version":1,"provider":"JUMPCLOUD","expiredCertificates":"REFUSE","keys":[%s],"refresh":{"lastTriedAt":"2026-01-02T10:00:00Z",
                "lastRefreshedAt":"2026-01-02T10:00:00Z","nextRefreshAt":"2026-01-02T11:00:00Z",%s}}}""".formatted(KEY, problemAndHeld));
    }
}
