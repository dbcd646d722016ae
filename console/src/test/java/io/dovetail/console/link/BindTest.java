package io.dovetail.console.link;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

/** Linking an account from the mail's link. */
@QuarkusTest
@QuarkusTestResource(Services.class)
class BindTest {
    private static final String LINK = "/api/binding-links/abc_-1";
    private static final String LOGIN = "/auth/saml/6f1c1c3e/login?intent=sealed";
    private final Browser browser = new Browser();

    @BeforeEach
    void linkIsLive() {
        Services.reset();
        link("LIVE");
    }

    @Test
    void takesTheTokenOutOfTheAddressBarAndKnowsTheBrowserAgain() {
        var answer = browser.get("/bind/abc_-1");

        answer.then().statusCode(303).header("Location", "http://localhost:8080/bind");
        assertFalse(answer.detailedCookie("dovetail-binding-link").getValue().contains("abc_-1"));
        var cookie = answer.detailedCookie("dovetail-browser");
        assertTrue(cookie.isHttpOnly());
        assertEquals(43, cookie.getValue().length());
        browser.get("/bind")
                .then()
                .statusCode(200)
                .header("Referrer-Policy", "no-referrer")
                .body(containsString("ada@acme.example"), containsString("Acme"), containsString("JumpCloud"))
                .body(containsString("15 January 2026, 09:30 UTC"))
                .body(not(containsString("abc_-1")));
    }

    @Test
    void openingTheLinkAndItsPageStartsNothing() {
        browser.get("/bind/abc_-1");
        browser.get("/bind");

        assertEquals(0, Services.count("POST " + LINK + "/start"));
    }

    @Test
    void leadsToTheProviderWithTheBrowsersOwnCookie() {
        Services.answer("POST " + LINK + "/start", 200, "{\"redirectTo\":\"" + LOGIN + "\"}");
        browser.get("/bind/abc_-1");

        var answer = browser.post("/bind", Map.of("mark", mark()));

        answer.then().statusCode(303).header("Location", "http://localhost:8080" + LOGIN);
        assertTrue(String.valueOf(Services.last("POST " + LINK + "/start").cookie())
                .startsWith("dovetail-browser="));
    }

    @Test
    void whoIsToUseAnotherAccountIsAskedAnewAtTheProvider() {
        Services.answer("POST " + LINK + "/start", 200, "{\"redirectTo\":\"" + LOGIN + "\"}");
        browser.get("/bind/abc_-1");
        browser.get("/bind?again=1").then().statusCode(200).body(containsString("name=\"again\" value=\"yes\""));

        var answer = browser.post("/bind", Map.of("mark", mark(), "again", "yes"));

        answer.then().statusCode(303).header("Location", "http://localhost:8080" + LOGIN + "&again=1");
    }

    @ParameterizedTest
    @CsvSource({
        "EXPIRED, Have a new one mailed, true",
        "REPLACED, Open the newest mail, true",
        "USED, linked already, false",
        "SINGLE_SIGN_ON_OFF, Sign in with your address and password, true",
        "DEACTIVATED, deactivated, false"
    })
    void saysWhatToDoWithADeadLink(String state, String advice, boolean renewable) {
        link(state);
        browser.get("/bind/abc_-1");

        var page = browser.get("/bind").then().statusCode(200).body(containsString(advice));

        page.body(renewable ? containsString("Send me a new link") : not(containsString("Send me a new link")));
    }

    @Test
    void hasANewLinkMailed() {
        link("EXPIRED");
        Services.answer("POST " + LINK + "/resend", 202, "");
        browser.get("/bind/abc_-1");

        browser.post("/bind/new-link", Map.of()).then().statusCode(200).body(containsString("Look into your mailbox"));

        assertEquals(1, Services.count("POST " + LINK + "/resend"));
    }

    @Test
    void opensTheSessionWithTheTicketThatTheBindingAnswers() {
        Services.answer("POST /api/bindings", 200, "{\"ticket\":\"second\"}");
        Services.answer(
                "POST /api/sessions", 403, "{\"type\":\"/problems/deactivated\",\"title\":\"no\",\"detail\":\"no\"}");

        browser.get("/auth/complete?ticket=first&bind=true");

        assertEquals(
                "{\"ticket\":\"first\"}", Services.last("POST /api/bindings").body());
        assertEquals(
                "{\"ticket\":\"second\"}", Services.last("POST /api/sessions").body());
    }

    @Test
    void saysSoWhenTheAccountWasLinkedBeforeEnable() {
        Services.answer("POST /api/bindings", 200, "{\"ticket\":null}");

        browser.get("/auth/complete?ticket=first&bind=true")
                .then()
                .statusCode(200)
                .body(containsString("Your account is linked"));

        assertEquals(0, Services.count("POST /api/sessions"));
    }

    @Test
    void saysWhyTheAccountWasNotLinked() {
        Services.answer(
                "POST /api/bindings",
                409,
                "{\"type\":\"/problems/identity-taken\",\"title\":\"This identity belongs to another account\","
                        + "\"detail\":\"Nothing was changed.\"}");

        browser.get("/auth/complete?ticket=first&bind=true")
                .then()
                .statusCode(409)
                .body(containsString("This identity belongs to another account"));
    }

    private String mark() {
        return browser.get("/bind").htmlPath().getString("**.find { it.@name == 'mark' }.@value");
    }

    private static void link(String state) {
        Services.answer("GET " + LINK, 200, """
                {"companyName":"Acme","email":"ada@acme.example","firstName":"Ada","provider":"JUMPCLOUD",
                "kind":"BINDING","state":"%s","expiresAt":"2026-01-15T09:30:00Z"}""".formatted(state));
    }
}
