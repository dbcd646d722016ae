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

/** What the administrator's page offers before single sign-on is enabled and after it is disabled. */
@QuarkusTest
@QuarkusTestResource(Services.class)
class BeforeAndAfterTest {
    private static final String HERE = SavedDraft.HERE;
    private static final String BINDINGS = "/api/bindings/c0ffee00-0000-4000-8000-000000000001";

    @BeforeEach
    void connectionIsADraft() {
        SavedDraft.answered();
    }

    @Test
    void saysWhoIsLinkedBeforeAnybodyIsLockedOut() {
        Services.answer(
                "GET " + BINDINGS + "/summary",
                200,
                "{\"total\":41,\"bound\":37,\"pending\":2,\"expired\":1,\"failed\":1}");

        Browser.signedIn("ADMIN", 600).get(HERE).then().body(containsString("37 of 41 linked · 2 pending"));
    }

    @Test
    void isWholeWhileNobodyKnowsTheBindings() {
        Services.answer("GET " + BINDINGS + "/summary", 503, "");

        Browser.signedIn("ADMIN", 600)
                .get(HERE)
                .then()
                .statusCode(200)
                .body(containsString("not known right now"), containsString("id=\"enable\""));
    }

    @Test
    void sendingLinksBeforeEnableLeadsToItsProgress() {
        var job = "11111111-0000-4000-8000-000000000001";
        Services.answer("POST " + BINDINGS + "/send", 202, "{\"jobId\":\"" + job + "\"}");

        Browser.signedIn("ADMIN", 600)
                .post(HERE + "/send", Map.of())
                .then()
                .statusCode(303)
                .header("Location", endsWith("/settings/sending/" + job));
    }

    @Test
    void sendingTooEarlySaysWhatToDoFirst() {
        Services.answer(
                "POST " + BINDINGS + "/send", 409, "{\"title\":\"Nothing to send\",\"detail\":\"Verify the draft.\"}");

        Browser.signedIn("ADMIN", 600)
                .post(HERE + "/send", Map.of())
                .then()
                .statusCode(409)
                .body(containsString("Nothing to send. Verify the draft."), containsString("id=\"enable\""));
    }

    @Test
    void theTimeOfTheTrialIsTheAdministratorsChoice() {
        Services.answer("POST " + SavedDraft.COMPANY + "/enable", 200, "{\"recoveryCodes\":[]}");
        var browser = Browser.signedIn("ADMIN", 600);

        browser.post(HERE + "/enable", Map.of("trialHours", "4"));
        assertEquals(
                "{\"trialHours\":4}",
                Services.last("POST " + SavedDraft.COMPANY + "/enable").body());

        browser.post(HERE + "/enable", Map.of());
        assertEquals(
                "{\"trialHours\":24}",
                Services.last("POST " + SavedDraft.COMPANY + "/enable").body());
    }

    @Test
    void recoveryCodesAreReplacedAndShownOnce() {
        SavedDraft.answeredOnTrial();
        Services.answer("POST " + SavedDraft.COMPANY + "/recovery-codes", 200, "{\"recoveryCodes\":[\"otter-9\"]}");
        var browser = Browser.signedIn("ADMIN", 600);

        browser.post(HERE + "/recovery-codes", Map.of())
                .then()
                .statusCode(200)
                .body(containsString("otter-9"), containsString("The ones before count no longer."));

        browser.get(HERE)
                .then()
                .body(not(containsString("otter-9")), containsString("Replace recovery codes"))
                .body(containsString("turns itself off on <span id=\"trial-end\">16 January 2026, 09:30 UTC"));
    }

    @Test
    void whoDisabledItSetsAPasswordOnTheSpot() {
        Services.answer("POST " + SavedDraft.COMPANY + "/disable", 200, "{\"undone\":false}");
        Services.answer(
                "POST /api/me/password", 400, "{\"title\":\"Too short\",\"detail\":\"At least 12 characters.\"}");
        var browser = Browser.signedIn("ADMIN", 600);
        browser.post(HERE + "/disable", Map.of()).then().body(containsString("id=\"own-password\""));

        browser.post(HERE + "/password", Map.of("password", "short"))
                .then()
                .statusCode(400)
                .body(containsString("Too short. At least 12 characters."), containsString("id=\"own-password\""));

        Services.answer("POST /api/me/password", 204, "");
        browser.post(HERE + "/password", Map.of("password", "correct horse battery"))
                .then()
                .statusCode(303)
                .header("Location", endsWith("?done=password"));
        assertEquals(
                "{\"password\":\"correct horse battery\"}",
                Services.last("POST /api/me/password").body());
        browser.get(HERE + "?done=password")
                .then()
                .body(containsString("Your password is set"), not(containsString("id=\"own-password\"")));
    }

    @Test
    void anUndoneEnableAsksForNoPassword() {
        Services.answer("POST " + SavedDraft.COMPANY + "/disable", 200, "{\"undone\":true}");

        Browser.signedIn("ADMIN", 600)
                .post(HERE + "/disable", Map.of())
                .then()
                .body(not(containsString("id=\"own-password\"")));
    }
}
