package io.dovetail.console.signin;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.console.testing.Browser;
import io.dovetail.console.testing.Services;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The end of a sign-in at the provider. */
@QuarkusTest
@QuarkusTestResource(Services.class)
class CompleteTest {
    private final Browser browser = new Browser();

    @BeforeEach
    void forget() {
        Services.reset();
    }

    @Test
    void aTicketSignsInTheBrowserItWasMadeFor() {
        Services.answer("POST /api/sessions", 201, Browser.session("MEMBER", 600, "token-1"));
        browser.cookie("dovetail-browser", "b_-1");

        var answer = browser.get("/auth/complete?ticket=t1&returnTo=%2Freports");

        answer.then().statusCode(303).header("Location", "http://localhost:8080/reports");
        assertTrue(browser.has("dovetail-session"));
        assertEquals(
                "dovetail-browser=b_-1", Services.last("POST /api/sessions").cookie());
        assertEquals("{\"ticket\":\"t1\"}", Services.last("POST /api/sessions").body());
    }

    @Test
    void onlyTheBrowsersOwnCookieGoesOn() {
        Services.answer("POST /api/sessions", 400, "{}");
        browser.cookie("other-dovetail-browser", "x");

        browser.get("/auth/complete?ticket=t1").then().statusCode(400);

        assertNull(Services.last("POST /api/sessions").cookie());
    }

    @Test
    void whoeverIsNotLinkedIsToldWhatToDo() {
        Services.answer("POST /api/sessions", 403, "{\"type\":\"/problems/not-linked\"}");

        var answer = browser.get("/auth/complete?ticket=t1");

        answer.then().statusCode(403).body(containsString("Your account is not linked yet"));
        assertFalse(browser.has("dovetail-session"));
    }

    @ParameterizedTest
    @CsvSource({"deactivated,403", "single-sign-on-off,403", "other-browser,403", "ticket-spent,409"})
    void aRefusalIsAPageThatLeadsBackToTheStart(String problem, int status) {
        Services.answer(
                "POST /api/sessions",
                status,
                "{\"type\":\"/problems/%s\",\"title\":\"No <way>\",\"detail\":\"Do this.\"}".formatted(problem));

        var answer = browser.get("/auth/complete?ticket=t1");

        answer.then()
                .statusCode(status)
                .body(containsString("No &lt;way&gt;"), containsString("Do this."), containsString("Start again"));
    }

    @Test
    void aServiceThatFailsIsAPageThatSaysTryAgain() {
        Services.answer("POST /api/sessions", 500, "");

        browser.get("/auth/complete?ticket=t1").then().statusCode(503).body(containsString("try again"));
    }
}
