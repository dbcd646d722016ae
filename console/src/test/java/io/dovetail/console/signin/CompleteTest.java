package io.dovetail.console.signin;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.console.testing.Browser;
import io.dovetail.console.testing.Services;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The end of a sign-in at the provider. */
@QuarkusTest
@QuarkusTestResource(Services.class)
class CompleteTest {
    private static final String LOGIN = "/auth/saml/c0ffee00-0000-4000-8000-000000000001/login";
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

    @Test
    void whoeverIsNotLinkedIsLedToAnotherAccountAtTheProviderThatTheyCameFrom() {
        Services.answer("POST /api/sessions", 403, "{\"type\":\"/problems/not-linked\"}");
        Services.answer("POST /api/sign-in", 200, "{\"method\":\"SSO\",\"redirectTo\":\"" + LOGIN + "\"}");
        browser.get("/sign-in");
        browser.post("/sign-in", Map.of("email", "ada@acme.example"));

        browser.get("/auth/complete?ticket=t1")
                .then()
                .statusCode(403)
                .body(containsString("href=\"" + LOGIN + "?again=1\""));
    }

    @Test
    void theCompanyThatTheServiceNamesIsTheOneToGoBackTo() {
        Services.answer(
                "POST /api/sessions",
                403,
                "{\"type\":\"/problems/not-linked\",\"companyId\":\"c0ffee00-0000-4000-8000-000000000001\"}");

        browser.get("/auth/complete?ticket=t1").then().body(containsString("href=\"" + LOGIN + "?again=1\""));
    }

    @Test
    void withoutACompanyTheWayIsSaidInWords() {
        Services.answer("POST /api/sessions", 403, "{\"type\":\"/problems/not-linked\",\"companyId\":\"../x\"}");

        browser.get("/auth/complete?ticket=t1")
                .then()
                .body(containsString("Sign out there"), not(containsString("again=1")));
    }

    @ParameterizedTest
    @CsvSource({"ada@acme.example,202", "nobody@acme.example,202"})
    void givesTheLinkToWhoeverAsksForItAndTellsNobodyWhetherThereIsOne(String email, int status) {
        Services.answer("POST /api/password-resets", status, "");
        Services.answer("POST /api/sessions", 403, "{\"type\":\"/problems/not-linked\"}");
        browser.get("/auth/complete?ticket=t1");

        var answer = browser.post("/sign-in/link", Map.of("email", " " + email));

        answer.then()
                .statusCode(200)
                .body(containsString("If this address belongs to an account that waits to be linked, its link is on its"
                        + " way to that address."))
                .body(not(containsString(email)));
        assertEquals(
                "{\"email\":\"" + email + "\"}",
                Services.last("POST /api/password-resets").body());
    }

    @Test
    void anAskingThatIsRefusedIsSaidAndTheAddressStays() {
        Services.answer("POST /api/password-resets", 429, "{\"title\":\"Too many\",\"detail\":\"Wait a minute.\"}");
        browser.get("/sign-in");

        browser.post("/sign-in/link", Map.of("email", "ada@acme.example"))
                .then()
                .statusCode(429)
                .body(containsString("Too many. Wait a minute."), containsString("value=\"ada@acme.example\""));
        browser.get("/sign-in/link").then().statusCode(303);
    }

    @ParameterizedTest
    @CsvSource({"identity-taken", "other-identity-bound"})
    void anIdentityThatIsNotThePersonsOffersAnotherAccount(String problem) {
        Services.answer(
                "POST /api/bindings",
                409,
                "{\"type\":\"/problems/%s\",\"title\":\"Not yours\",\"detail\":\"So.\"}".formatted(problem));

        browser.get("/auth/complete?ticket=t1&bind=true")
                .then()
                .statusCode(409)
                .body(containsString("Not yours"), containsString("href=\"/bind?again=1\""))
                .body(containsString("sign out at your provider first"));
    }

    @Test
    void anotherAddressAtTheProviderIsShownOnceLinked() {
        Services.answer("POST /api/bindings", 200, "{\"ticket\":\"t2\",\"providerEmail\":\"al@idp.example\"}");
        Services.answer("POST /api/sessions", 201, Browser.session("MEMBER", 600, "token-1"));

        browser.get("/auth/complete?ticket=t1&bind=true")
                .then()
                .statusCode(200)
                .body(containsString("<strong>al@idp.example</strong>; here it stays"))
                .body(containsString("ada@acme.example"));
        assertTrue(browser.has("dovetail-session"));
    }

    @Test
    void theSameAddressAtTheProviderNeedsNoPage() {
        Services.answer("POST /api/bindings", 200, "{\"ticket\":\"t2\",\"providerEmail\":\"Ada@acme.example\"}");
        Services.answer("POST /api/sessions", 201, Browser.session("MEMBER", 600, "token-1"));

        browser.get("/auth/complete?ticket=t1&bind=true").then().statusCode(303);
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
