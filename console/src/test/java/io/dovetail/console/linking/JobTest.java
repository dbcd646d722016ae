package io.dovetail.console.linking;

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

/** The job that mails links to many, from its start to its end. */
@QuarkusTest
@QuarkusTestResource(Services.class)
class JobTest {
    private static final String JOB = "11111111-0000-4000-8000-000000000001";
    private static final String HERE = "/settings/sending/" + JOB;
    private static final String BINDINGS = "/api/bindings/c0ffee00-0000-4000-8000-000000000001";
    private static final String USERS = "/api/users/c0ffee00-0000-4000-8000-000000000001/jobs";
    private static final String CALL = BINDINGS + "/jobs/" + JOB;

    @BeforeEach
    void jobRuns() {
        Services.reset();
        job("RUNNING");
    }

    @Test
    void resendingToAllLeadsToItsProgress() {
        Services.answer("POST " + BINDINGS + "/resend", 202, "{\"jobId\":\"" + JOB + "\",\"state\":\"RUNNING\"}");

        Browser.signedIn("ADMIN", 600)
                .post("/settings/users/resend", Map.of())
                .then()
                .statusCode(303)
                .header("Location", endsWith(HERE));
    }

    @Test
    void showsHowFarItIsAndPausesIt() {
        Services.answer("POST " + CALL + "/pause", 200, "{}");
        var browser = Browser.signedIn("ADMIN", 600);

        browser.get(HERE)
                .then()
                .statusCode(200)
                .body(containsString("Under way"), containsString("20 of 300 people gone over"))
                .body(containsString(">Pause<"), not(containsString(">Resume<")));

        browser.post(HERE + "/pause", Map.of()).then().statusCode(303).header("Location", endsWith(HERE));
        assertEquals(1, Services.count("POST " + CALL + "/pause"));
    }

    @Test
    void aPausedOneCanBeResumedAndAFinishedOneNeither() {
        job("PAUSED");
        var browser = Browser.signedIn("ADMIN", 600);

        browser.get(HERE).then().body(containsString(">Resume<"), not(containsString(">Pause<")));

        job("DONE");
        browser.get(HERE).then().body(containsString("Finished"), not(containsString("<button")));
    }

    @Test
    void aJobThatMailsPasswordLinksHasTheSamePage() {
        Services.answer("GET " + USERS + "/" + JOB, 200, content("RECONCILE", "PAUSED"));
        Services.answer("POST " + USERS + "/" + JOB + "/resume", 200, "{}");
        var browser = Browser.signedIn("ADMIN", 600);

        browser.get(HERE + "?of=passwords")
                .then()
                .statusCode(200)
                .body(containsString("links to create a password"))
                .body(containsString("action=\"" + HERE + "/resume?of=passwords\""));

        browser.post(HERE + "/resume?of=passwords", Map.of())
                .then()
                .statusCode(303)
                .header("Location", endsWith(HERE + "?of=passwords"));
        assertEquals(1, Services.count("POST " + USERS + "/" + JOB + "/resume"));
        browser.get(HERE + "/resume?of=passwords").then().header("Location", endsWith(HERE + "?of=passwords"));
    }

    @Test
    void theMailingsAreTheJobsOfBothKinds() {
        Services.answer("GET " + BINDINGS + "/jobs", 200, "{\"items\":[" + content("RESEND", "RUNNING") + "]}");
        Services.answer("GET " + USERS, 200, "{\"items\":[" + content("RECONCILE", "PAUSED") + "]}");

        Browser.signedIn("ADMIN", 600)
                .get("/settings/sending")
                .then()
                .statusCode(200)
                .body(containsString("New links for everybody"), containsString("links to create a password"))
                .body(containsString("20 of 300 people gone over"))
                .body(containsString("action=\"" + HERE + "/pause\""))
                .body(containsString("action=\"" + HERE + "/resume?of=passwords\""))
                .body(containsString("href=\"" + HERE + "?of=passwords\""));
    }

    @Test
    void theMailingsOfOneKindAreShownWhileTheOtherIsNotKnown() {
        Services.answer("GET " + BINDINGS + "/jobs", 503, "");
        Services.answer("GET " + USERS, 200, "{\"items\":[]}");

        Browser.signedIn("ADMIN", 600)
                .get("/settings/sending")
                .then()
                .statusCode(200)
                .body(containsString("Not known right now"), containsString("Nothing was mailed to everybody yet."));
    }

    @Test
    void theMailingsAreForAdministratorsAlone() {
        Browser.signedIn("MEMBER", 600).get("/settings/sending").then().statusCode(403);

        new Browser()
                .get("/settings/sending")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/sign-in?returnTo=%2Fsettings%2Fsending"));
    }

    @Test
    void aJobOfSomebodyElseIsAPage() {
        Services.answer("GET " + CALL, 404, "{\"title\":\"Nothing is here\",\"detail\":\"Check the address.\"}");

        Browser.signedIn("ADMIN", 600).get(HERE).then().statusCode(404).body(containsString("Check the address."));
    }

    @Test
    void isForAdministratorsAlone() {
        Browser.signedIn("MEMBER", 600).post(HERE + "/pause", Map.of()).then().statusCode(403);

        assertEquals(0, Services.count("POST " + CALL + "/pause"));
    }

    private static void job(String state) {
        Services.answer("GET " + CALL, 200, content("RESEND", state));
    }

    private static String content(String kind, String state) {
        return "{\"jobId\":\"%s\",\"kind\":\"%s\",\"state\":\"%s\",\"total\":300,\"done\":20}"
                .formatted(JOB, kind, state);
    }
}
