package io.dovetail.console.link;

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
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mail's link opened in a browser in which somebody is signed in (security.md J4). */
@QuarkusTest
@QuarkusTestResource(Services.class)
class OtherPersonTest {
    private static final String ACME = "c0ffee00-0000-4000-8000-000000000001";
    private static final String SESSION = "dovetail-session";

    @BeforeEach
    void forget() {
        Services.reset();
        link("bob@acme.example", ACME, "LIVE");
    }

    @ParameterizedTest
    @CsvSource({"/bind", "/invitation", "/password"})
    void saysWhoIsSignedInAndWhomTheLinkIsFor(String page) {
        var browser = Browser.signedIn("MEMBER", 600);
        browser.get(page + "/abc_-1");

        browser.get(page)
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("form-action 'self'"))
                .header("Referrer-Policy", "no-referrer")
                .body(containsString("You are signed in here as <strong id=\"signed-in-as\">ada@acme.example"))
                .body(containsString("This link is for <strong id=\"email\">bob@acme.example</strong>"))
                .body(containsString("action=\"" + page + "/go-on\""), not(containsString("name=\"mark\"")));

        assertEquals(0, Services.count("DELETE /api/sessions/current"));
        assertTrue(browser.has(SESSION));
    }

    @ParameterizedTest
    @CsvSource({
        "/bind, POST /api/binding-links/abc_-1/start",
        "/invitation, POST /api/invitations/abc_-1/accept",
        "/password, POST /api/password-resets/abc_-1"
    })
    void aFormOfEarlierChangesNothingEither(String page, String call) {
        Services.answer(call, 200, "{\"redirectTo\":\"/auth/saml/c/login?intent=i\"}");
        var browser = new Browser();
        browser.get(page + "/abc_-1");
        var mark = browser.get(page).htmlPath().getString("**.find { it.@name == 'mark' }.@value");
        signIn(browser);

        var form = Map.of("mark", mark, "firstName", "B", "lastName", "B", "password", "correct horse battery");
        browser.post(page, form).then().statusCode(409).body(containsString("This link is for"));

        assertEquals(0, Services.count(call));
        assertTrue(browser.has(SESSION));
    }

    /** Whose link it is nobody can say: it may be somebody else's. */
    @ParameterizedTest
    @CsvSource({"/bind, binding-links, /start", "/invitation, invitations, /accept", "/password, password-resets, ''"})
    void changesNothingWhileItIsNotSaidWhoseLinkItIs(String page, String links, String act) {
        var call = "POST /api/" + links + "/abc_-1" + act;
        Services.answer(call, 200, "{\"redirectTo\":\"/auth/saml/c/login?intent=i\"}");
        var browser = Browser.signedIn("MEMBER", 600);
        browser.get(page + "/abc_-1");
        link("ada@acme.example", ACME, "LIVE");
        var mark = browser.get(page).htmlPath().getString("**.find { it.@name == 'mark' }.@value");
        Services.answer("GET /api/" + links + "/abc_-1", 429, "{\"title\":\"Too many requests\"}");

        var form = Map.of("mark", mark, "firstName", "B", "lastName", "B", "password", "correct horse battery");
        browser.post(page, form).then().statusCode(429);

        assertEquals(0, Services.count(call));
    }

    @ParameterizedTest
    @CsvSource({"/bind", "/invitation", "/password"})
    void whoGoesOnIsSignedOutFirst(String page) {
        Services.answer("DELETE /api/sessions/current", 204, "");
        var browser = Browser.signedIn("MEMBER", 600);
        browser.get(page + "/abc_-1");
        browser.get(page);

        browser.post(page + "/go-on", Map.of()).then().statusCode(303).header("Location", endsWith(":8080" + page));

        assertEquals(1, Services.count("DELETE /api/sessions/current"));
        assertFalse(browser.has(SESSION));
        browser.get(page).then().statusCode(200).body(containsString("name=\"mark\""));
        browser.get(page + "/go-on").then().statusCode(303).header("Location", endsWith(":8080" + page));
    }

    @ParameterizedTest
    @CsvSource({"/bind", "/invitation", "/password"})
    void theLinksOwnPersonIsAskedNothing(String page) {
        link("Ada@acme.example", ACME, "LIVE");
        var browser = Browser.signedIn("MEMBER", 600);
        browser.get(page + "/abc_-1");

        browser.get(page).then().statusCode(200).body(containsString("name=\"mark\""));
    }

    @Test
    void theSameAddressInAnotherCompanyIsSomebodyElse() {
        link("ada@acme.example", "c0ffee00-0000-4000-8000-000000000002", "LIVE");
        var browser = Browser.signedIn("MEMBER", 600);
        browser.get("/bind/abc_-1");

        browser.get("/bind").then().body(containsString("Somebody else is signed in here"));
    }

    @Test
    void aDeadLinkIsSaidToBeDeadWhoeverIsSignedIn() {
        link("bob@acme.example", ACME, "EXPIRED");
        var browser = Browser.signedIn("MEMBER", 600);
        browser.get("/bind/abc_-1");

        browser.get("/bind").then().body(containsString("This link does not work any more"));
    }

    private static void signIn(Browser browser) {
        Services.answer("POST /api/sessions", 201, Browser.session("MEMBER", 600, "token-1"));
        browser.get("/sign-in");
        browser.post("/sign-in/password", Map.of("email", "ada@acme.example", "password", "correct horse"));
    }

    private static void link(String email, String company, String state) {
        var content = """
                {"companyId":"%s","companyName":"Acme","email":"%s","firstName":"B","provider":"JUMPCLOUD",
                "kind":"BINDING","state":"%s","expiresAt":"2026-01-15T09:30:00Z"}""".formatted(company, email, state);
        Services.answer("GET /api/binding-links/abc_-1", 200, content);
        Services.answer("GET /api/invitations/abc_-1", 200, content);
        Services.answer("GET /api/password-resets/abc_-1", 200, content);
    }
}
