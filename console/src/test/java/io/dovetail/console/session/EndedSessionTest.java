package io.dovetail.console.session;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.dovetail.console.testing.Browser;
import io.dovetail.console.testing.Services;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser gets whose session is no more, or never was. */
@QuarkusTest
@QuarkusTestResource(Services.class)
class EndedSessionTest {
    private static final String COOKIE = "dovetail-session";
    private static final String SETTINGS = "/settings/single-sign-on";
    private static final String COMPANY = "/api/sso/c0ffee00-0000-4000-8000-000000000001";

    @BeforeEach
    void forget() {
        Services.reset();
    }

    @Test
    void aCookieChangedInOnePlaceIsNoSession() {
        Services.answer("POST /api/sessions", 201, Browser.session("ADMIN", 600, "token-1"));
        var sealed = new Browser().get("/auth/complete?ticket=t1").cookie(COOKIE);

        for (var place = 0; place < sealed.length(); place += 17) {
            var browser = new Browser();
            browser.cookie(COOKIE, changedAt(place, sealed));
            browser.get("/").then().statusCode(303).header("Location", endsWith("/sign-in"));
        }

        var honest = new Browser();
        honest.cookie(COOKIE, sealed);
        honest.get("/").then().statusCode(200);
    }

    private static String changedAt(int place, String text) {
        var other = text.charAt(place) == 'A' ? 'B' : 'A';
        return text.substring(0, place) + other + text.substring(place + 1);
    }

    @Test
    void aSessionThatEndedElsewhereIsNotShownAsSignedIn() {
        var browser = Browser.signedIn("MEMBER", 600);
        Services.answer("GET /api/me", 401, "{}");

        browser.get("/").then().statusCode(303).header("Location", endsWith("/sign-in"));

        assertFalse(browser.has(COOKIE));
    }

    @Test
    void whileNobodyCanBeAskedTheSignOutButtonStays() {
        var browser = Browser.signedIn("MEMBER", 600);
        Services.answer("GET /api/me", 503, "{}");

        browser.get("/").then().statusCode(200).body(containsString("Sign out"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "link", "enable"})
    void aFormSentAfterTheOtherTabSignedOutLeadsToTheSignIn(String act) {
        var tab = Browser.signedIn("ADMIN", 600);
        var other = tab.copy();
        other.post("/sign-out", Map.of());
        Services.answer("GET " + COMPANY, 401, "{}");
        Services.answer("POST " + COMPANY + "/verifications", 401, "{}");
        Services.answer("POST " + COMPANY + "/verifications/11111111-0000-4000-8000-000000000001/link", 401, "{}");
        Services.answer("POST " + COMPANY + "/enable", 401, "{}");

        var answer = tab.post(SETTINGS + "/" + act, Map.of("verification", "11111111-0000-4000-8000-000000000001"));

        answer.then().statusCode(303).header("Location", endsWith("/sign-in?returnTo=%2Fsettings%2Fsingle-sign-on"));
        assertFalse(tab.has(COOKIE));
    }

    @Test
    void aFormWithAFileSentAfterwardsLeadsThereToo() {
        var tab = Browser.signedIn("ADMIN", 600);
        Services.answer("PUT " + COMPANY, 401, "{}");

        var answer = tab.postWithoutFile(SETTINGS + "/save", Map.of("metadataXml", "<xml/>"), "metadataFile");

        answer.then().statusCode(303).header("Location", endsWith("/sign-in?returnTo=%2Fsettings%2Fsingle-sign-on"));
        assertFalse(tab.has(COOKIE));
    }

    @Test
    void signingOutTwiceIsSigningOut() {
        var tab = Browser.signedIn("MEMBER", 600);
        var other = tab.copy();
        tab.post("/sign-out", Map.of());

        other.post("/sign-out", Map.of()).then().statusCode(303).header("Location", endsWith("/sign-in?out=1"));

        assertFalse(other.has(COOKIE));
    }

    @Test
    void theBackButtonAsksAgainBecauseNoBrowserKeepsAPage() {
        Services.answer("GET " + COMPANY, 200, "{\"state\":\"OFF\"}");
        Services.answer("GET " + COMPANY + "/sp-keys", 200, "{\"items\":[]}");
        Services.answer("GET /api/sso/providers", 200, "[]");
        var browser = Browser.signedIn("ADMIN", 600);
        for (var page : new String[] {"/", SETTINGS}) {
            browser.get(page).then().statusCode(200).header("Cache-Control", "no-store");
        }

        browser.post("/sign-out", Map.of());

        for (var page : new String[] {"/", SETTINGS}) {
            browser.get(page).then().statusCode(303).header("Cache-Control", "no-store");
        }
        assertEquals(1, Services.count("DELETE /api/sessions/current"));
    }
}
