package io.dovetail.console.password;

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

/** Creating a password from the mail's link. */
@QuarkusTest
@QuarkusTestResource(Services.class)
class PasswordTest {
    private static final String LINK = "/api/password-resets/abc_-1";
    private static final String COOKIE = "dovetail-password-link";
    private final Browser browser = new Browser();

    @BeforeEach
    void linkIsGood() {
        Services.reset();
        Services.answer("GET " + LINK, 200, "{\"email\":\"ada@acme.example\",\"companyName\":\"Acme\"}");
    }

    @Test
    void takesTheTokenOutOfTheAddressBar() {
        var answer = browser.get("/password/abc_-1");

        answer.then().statusCode(303).header("Location", "http://localhost:8080/password");
        var cookie = answer.detailedCookie(COOKIE);
        assertTrue(cookie.isHttpOnly());
        assertEquals("Lax", cookie.getSameSite());
        assertEquals(3600, cookie.getMaxAge());
        assertFalse(cookie.getValue().contains("abc_-1"));
    }

    @Test
    void showsWhoseItIsAndTellsNobodyTheToken() {
        browser.get("/password/abc_-1");

        var answer = browser.get("/password");

        answer.then()
                .statusCode(200)
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store")
                .body(containsString("ada@acme.example"), containsString("Acme"))
                .body(not(containsString("abc_-1")));
    }

    @Test
    void openingTheLinkAndItsPageSpendsNothing() {
        browser.get("/password/abc_-1");
        browser.get("/password");

        assertEquals(0, Services.count("POST " + LINK));
    }

    @Test
    void createsItAndLeadsToTheSignIn() {
        Services.answer("POST " + LINK, 204, "");
        browser.get("/password/abc_-1");

        var answer = browser.post("/password", Map.of("password", "correct horse battery", "mark", mark()));

        answer.then().statusCode(303).header("Location", "http://localhost:8080/sign-in?created=1");
        assertEquals(
                "{\"password\":\"correct horse battery\"}",
                Services.last("POST " + LINK).body());
        assertFalse(browser.has(COOKIE));
        browser.get("/sign-in?created=1").then().body(containsString("Your password is created."));
    }

    @Test
    void saysWhyAPasswordIsRefused() {
        Services.answer("POST " + LINK, 400, "{\"title\":\"Too short\",\"detail\":\"At least 12 characters.\"}");
        browser.get("/password/abc_-1");

        var answer = browser.post("/password", Map.of("password", "short", "mark", mark()));

        answer.then().statusCode(400).body(containsString("At least 12 characters."), containsString("Acme"));
        assertTrue(browser.has(COOKIE));
    }

    @Test
    void aFormOfOneLinkNeverSetsThePasswordOfAnother() {
        Services.answer(
                "GET /api/password-resets/other", 200, "{\"email\":\"bob@acme.example\",\"companyName\":\"Acme\"}");
        browser.get("/password/abc_-1");
        var mark = mark();
        browser.get("/password/other");

        var answer = browser.post("/password", Map.of("password", "correct horse battery", "mark", mark));

        answer.then().statusCode(409).body(containsString("bob@acme.example"), containsString("Another link"));
        assertEquals(0, Services.count("POST /api/password-resets/other"));
        assertEquals(0, Services.count("POST " + LINK));
    }

    @ParameterizedTest
    @CsvSource({
        "410, password-link-expired, true",
        "410, password-link-replaced, true",
        "410, password-link-used, false",
        "404, password-link-unknown, false",
        "409, single-sign-on-on, true"
    })
    void anEndedLinkIsAPageAndOffersANewOneWhereThereIsOne(int status, String problem, boolean renewable) {
        Services.answer(
                "GET " + LINK,
                status,
                "{\"type\":\"/problems/%s\",\"title\":\"It has ended\",\"detail\":\"So it is.\"}".formatted(problem));
        browser.get("/password/abc_-1");

        var page = browser.get("/password")
                .then()
                .statusCode(status)
                .body(containsString("So it is."), containsString("href=\"/sign-in/forgotten\""));

        page.body(renewable ? containsString("Send me a new one") : not(containsString("Send me a new one")));
    }

    @Test
    void hasANewOneMailed() {
        Services.answer("GET " + LINK, 410, "{\"type\":\"/problems/password-link-expired\"}");
        Services.answer("POST " + LINK + "/resend", 202, "");
        browser.get("/password/abc_-1");
        browser.get("/password");

        browser.post("/password/new-link", Map.of())
                .then()
                .statusCode(200)
                .body(containsString("Look into your mailbox"));

        assertEquals(1, Services.count("POST " + LINK + "/resend"));
    }

    @Test
    void withoutALinkThePageSaysWhatToOpen() {
        browser.get("/password").then().statusCode(404).body(containsString("Open the link of your mail again"));
    }

    @Test
    void aCookieSealedForSomethingElseOpensNoLink() {
        Services.answer("POST /api/sessions", 201, Browser.session("MEMBER", 600, "token-1"));
        browser.get("/sign-in");
        var session = browser.post("/sign-in/password", Map.of("email", "ada@acme.example", "password", "right"))
                .cookie("dovetail-session");
        browser.cookie(COOKIE, session);

        browser.get("/password").then().statusCode(404);
    }

    /** What the page's form carries beside the password. */
    private String mark() {
        return browser.get("/password").htmlPath().getString("**.find { it.@name == 'mark' }.@value");
    }
}
