package io.dovetail.console.invitation;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.console.testing.Browser;
import io.dovetail.console.testing.Services;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Coming in by the invitation's mail, while single sign-on is off. */
@QuarkusTest
@QuarkusTestResource(Services.class)
class InvitationTest {
    private static final String LINK = "/api/invitations/abc_-1";
    private static final String COOKIE = "dovetail-invitation";
    private final Browser browser = new Browser();

    @BeforeEach
    void invitationIsGood() {
        Services.reset();
        invitation(LINK, "eve@acme.example");
    }

    @Test
    void takesTheTokenOutOfTheAddressBarAndChangesNothing() {
        var answer = browser.get("/invitation/abc_-1");

        answer.then().statusCode(303).header("Location", "http://localhost:8080/invitation");
        assertFalse(answer.detailedCookie(COOKIE).getValue().contains("abc_-1"));
        browser.get("/invitation")
                .then()
                .statusCode(200)
                .header("Referrer-Policy", "no-referrer")
                .body(containsString("Welcome to Acme"), containsString("eve@acme.example"))
                .body(containsString("15 January 2026, 09:30 UTC"), not(containsString("abc_-1")));
        assertEquals(0, Services.count("POST " + LINK + "/accept"));
    }

    @Test
    void whoAcceptsIsIn() {
        Services.answer("POST " + LINK + "/accept", 204, "");
        Services.answer("POST /api/sessions", 201, Browser.session("MEMBER", 600, "token-1"));
        browser.get("/invitation/abc_-1");

        var answer = browser.post("/invitation", form(mark()));

        answer.then().statusCode(303).header("Location", endsWith(":8080/"));
        var accepted = JsonPath.from(Services.last("POST " + LINK + "/accept").body());
        assertEquals("Eve", accepted.getString("firstName"));
        assertEquals("Online", accepted.getString("lastName"));
        assertEquals("correct horse battery", accepted.getString("password"));
        var opened = JsonPath.from(Services.last("POST /api/sessions").body());
        assertEquals("eve@acme.example", opened.getString("email"));
        assertEquals("c1", opened.getString("company"));
        assertTrue(browser.has("dovetail-session"));
        assertFalse(browser.has(COOKIE));
    }

    @Test
    void whereSigningInFailsTheSignInPageSaysThatThePasswordIsThere() {
        Services.answer("POST " + LINK + "/accept", 204, "");
        Services.answer("POST /api/sessions", 429, "{}");
        browser.get("/invitation/abc_-1");

        browser.post("/invitation", form(mark()))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/sign-in?created=1"));
    }

    @Test
    void aRefusedPasswordIsSaidAndTheNamesStay() {
        Services.answer("POST " + LINK + "/accept", 400, "{\"title\":\"Too short\",\"detail\":\"12 at least.\"}");
        browser.get("/invitation/abc_-1");

        browser.post("/invitation", form(mark()))
                .then()
                .statusCode(400)
                .body(containsString("Too short. 12 at least."), containsString("value=\"Online\""));

        assertEquals(0, Services.count("POST /api/sessions"));
        assertTrue(browser.has(COOKIE));
    }

    @Test
    void aFormOfOneInvitationNeverAcceptsAnother() {
        invitation("/api/invitations/other", "bob@acme.example");
        browser.get("/invitation/abc_-1");
        var mark = mark();
        browser.get("/invitation/other");

        browser.post("/invitation", form(mark))
                .then()
                .statusCode(409)
                .body(containsString("bob@acme.example"), containsString("Another link"));

        assertEquals(0, Services.count("POST /api/invitations/other/accept"));
    }

    @ParameterizedTest
    @CsvSource({
        "410, password-link-expired, true",
        "410, password-link-replaced, true",
        "410, password-link-used, false",
        "404, password-link-unknown, false",
        "409, single-sign-on-on, true"
    })
    void aDeadInvitationSaysWhyAndOffersANewOneWhereThereIsOne(int status, String problem, boolean renewable) {
        Services.answer(
                "GET " + LINK,
                status,
                "{\"type\":\"/problems/%s\",\"title\":\"It has ended\",\"detail\":\"So it is.\"}".formatted(problem));
        browser.get("/invitation/abc_-1");

        var page = browser.get("/invitation")
                .then()
                .statusCode(status)
                .body(containsString("It has ended"), containsString("So it is."));

        page.body(renewable ? containsString("Send me a new one") : not(containsString("Send me a new one")));
    }

    @Test
    void hasANewOneMailed() {
        Services.answer("GET " + LINK, 410, "{\"type\":\"/problems/password-link-expired\"}");
        Services.answer("POST " + LINK + "/resend", 202, "");
        browser.get("/invitation/abc_-1");
        browser.get("/invitation");

        browser.post("/invitation/new-link", Map.of())
                .then()
                .statusCode(200)
                .body(containsString("Look into your mailbox"));

        assertEquals(1, Services.count("POST " + LINK + "/resend"));
    }

    @Test
    void withoutAnInvitationThePageSaysWhatToOpen() {
        browser.get("/invitation").then().statusCode(404).body(containsString("Open the link of your mail again"));
    }

    private String mark() {
        return browser.get("/invitation").htmlPath().getString("**.find { it.@name == 'mark' }.@value");
    }

    private static Map<String, String> form(String mark) {
        return Map.of("firstName", "Eve", "lastName", "Online", "password", "correct horse battery", "mark", mark);
    }

    private static void invitation(String link, String email) {
        Services.answer("GET " + link, 200, """
                {"companyId":"c1","companyName":"Acme","email":"%s","expiresAt":"2026-01-15T09:30:00Z"}""".formatted(email));
    }
}
