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

/** What was saved of the connection, and the way back to it. */
@QuarkusTest
@QuarkusTestResource(Services.class)
class VersionsTest {
    private static final String HERE = SavedDraft.HERE + "/versions";
    private static final String CALL = SavedDraft.COMPANY + "/versions";

    @BeforeEach
    void threeVersionsAreSaved() {
        SavedDraft.answered();
        Services.answer("GET " + CALL, 200, """
                {"items":[{"version":2,"savedAt":"2026-01-15T09:30:00Z","idpEntityId":"https://new","ssoUrl":"https://new/sso"},
                {"version":1,"savedAt":"2026-01-14T09:30:00Z","idpEntityId":"https://old","ssoUrl":"https://old/sso"}],
                "next":17}""");
    }

    @Test
    void showsWhatWasSavedAndWhichIsTheDraft() {
        var browser = Browser.signedIn("ADMIN", 600);

        browser.get(HERE)
                .then()
                .statusCode(200)
                .body(containsString("Version 1, draft"), containsString("Saved 15 January 2026, 09:30 UTC"))
                .body(containsString("Restore version 2"), not(containsString("Restore version 1")))
                .body(containsString("versions?cursor=17"), not(containsString("null")));

        browser.get(HERE + "?cursor=17");
        assertEquals("cursor=17", Services.last("GET " + CALL).query());
    }

    @Test
    void restoringMakesADraftThatIsToBeVerified() {
        Services.answer("POST " + CALL + "/2/restore", 200, "{}");

        Browser.signedIn("ADMIN", 600)
                .post(HERE + "/2/restore", Map.of())
                .then()
                .statusCode(303)
                .header("Location", endsWith("?done=restored"));
    }

    @Test
    void aRefusedRestoreIsSaidAmongTheVersions() {
        Services.answer(
                "POST " + CALL + "/9/restore", 404, "{\"title\":\"No such version\",\"detail\":\"Look again.\"}");
        var browser = Browser.signedIn("ADMIN", 600);

        browser.post(HERE + "/9/restore", Map.of())
                .then()
                .statusCode(404)
                .body(containsString("No such version. Look again."), containsString("Version 1"));

        browser.get(HERE + "/9/restore").then().statusCode(303).header("Location", endsWith(HERE));
    }

    @Test
    void isForAdministratorsAlone() {
        Browser.signedIn("MEMBER", 600)
                .post(HERE + "/2/restore", Map.of())
                .then()
                .statusCode(403);

        assertEquals(0, Services.count("POST " + CALL + "/2/restore"));
    }
}
