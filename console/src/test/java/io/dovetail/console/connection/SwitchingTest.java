package io.dovetail.console.connection;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.dovetail.console.testing.Browser;
import io.dovetail.console.testing.Services;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The administrator's page: enable, apply, disable. */
@QuarkusTest
@QuarkusTestResource(Services.class)
class SwitchingTest {
    private static final String WATCH = "Watch how far they are";

    @BeforeEach
    void connectionIsADraft() {
        SavedDraft.answered();
    }

    @Test
    void enablingTooEarlySaysWhatIsMissing() {
        Services.answer(
                "POST " + SavedDraft.COMPANY + "/enable",
                409,
                "{\"detail\":\"Not yet.\",\"missing\":[\"Verify the draft\"]}");

        var answer = Browser.signedIn("ADMIN", 600).post(SavedDraft.HERE + "/enable", Map.of());

        answer.then()
                .statusCode(409)
                .body(containsString("Not enabled yet"), containsString("<li>Verify the draft</li>"));
    }

    @Test
    void enablingInTimeShowsTheRecoveryCodesOnce() {
        Services.answer(
                "POST " + SavedDraft.COMPANY + "/enable",
                200,
                "{\"state\":\"ON_TRIAL\",\"recoveryCodes\":[\"otter-1\",\"otter-2\"]}");
        var browser = Browser.signedIn("ADMIN", 600);

        var answer = browser.post(SavedDraft.HERE + "/enable", Map.of());

        answer.then()
                .statusCode(200)
                .body(containsString("otter-1"), containsString("otter-2"))
                .body(containsString(WATCH));
        browser.get(SavedDraft.HERE)
                .then()
                .statusCode(200)
                .body(not(containsString("otter-1")), not(containsString(WATCH)));
    }

    @Test
    void disablingSaysWhatHappensNext() {
        Services.answer("POST " + SavedDraft.COMPANY + "/disable", 200, "{\"state\":\"OFF\",\"undone\":false}");

        Browser.signedIn("ADMIN", 600)
                .post(SavedDraft.HERE + "/disable", Map.of())
                .then()
                .statusCode(200)
                .body(containsString("Everybody is mailed a link to create a new password"), containsString(WATCH));

        Services.answer("POST " + SavedDraft.COMPANY + "/disable", 200, "{\"state\":\"OFF\",\"undone\":true}");

        Browser.signedIn("ADMIN", 600)
                .post(SavedDraft.HERE + "/disable", Map.of())
                .then()
                .statusCode(200)
                .body(containsString("everything is as it was before"), not(containsString(WATCH)));
    }

    @Test
    void applyingLeadsBackToThePage() {
        Services.answer("POST " + SavedDraft.COMPANY + "/apply", 204, "");

        Browser.signedIn("ADMIN", 600)
                .post(SavedDraft.HERE + "/apply", Map.of())
                .then()
                .statusCode(303)
                .header("Location", endsWith("?done=applied"));
    }
}
