package io.dovetail.console.signin;

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
import org.junit.jupiter.params.provider.ValueSource;

/** Coming in, by password and through the provider, and going. */
@QuarkusTest
@QuarkusTestResource(Services.class)
class SignInTest {
    private final Browser browser = new Browser();

    @BeforeEach
    void openPage() {
        Services.reset();
        browser.get("/sign-in");
    }

    @Test
    void leadsToTheProviderOfACompanyWithSingleSignOn() {
        Services.answer("POST /api/sign-in", 200, "{\"method\":\"SSO\",\"redirectTo\":\"/auth/saml/c1/login\"}");

        var answer = browser.post("/sign-in", Map.of("email", "ada@acme.example", "returnTo", "/reports?year=1"));

        answer.then()
                .statusCode(303)
                .header("Location", endsWith("/auth/saml/c1/login?returnTo=%2Freports%3Fyear%3D1"));
    }

    @Test
    void asksForThePasswordElsewhere() {
        Services.answer("POST /api/sign-in", 200, "{\"method\":\"PASSWORD\"}");

        var answer = browser.post("/sign-in", Map.of("email", "ada@acme.example"));

        answer.then().statusCode(200).body(containsString("name=\"password\""), containsString("ada@acme.example"));
    }

    /** Of an address outside of the company's domains nobody says that its company uses single sign-on. */
    @Test
    void offersTheProviderToWhoeverWasThereBeforeWhateverTheirAddress() {
        var login = "/auth/saml/6f1c1c3e-8f0b-4a52-9d0e-0c2a7f1b5d11/login";
        Services.answer("POST /api/sign-in", 200, "{\"method\":\"PASSWORD\"}");
        browser.post("/sign-in", Map.of("email", "eve@elsewhere.example"))
                .then()
                .body(not(containsString("id=\"provider\"")));
        Services.answer("POST /api/sign-in", 200, "{\"method\":\"SSO\",\"redirectTo\":\"" + login + "\"}");
        browser.post("/sign-in", Map.of("email", "ada@acme.example")).then().statusCode(303);
        Services.answer("POST /api/sign-in", 200, "{\"method\":\"PASSWORD\"}");

        var answer = browser.post("/sign-in", Map.of("email", "eve@elsewhere.example", "returnTo", "/reports"));

        answer.then().statusCode(200).body(containsString("href=\"" + login + "?returnTo=%2Freports\""));
        browser.get("/sign-in/password").then().body(containsString("href=\"" + login + "?returnTo=%2F\""));
    }

    @Test
    void aRightPasswordSignsInWithACookieThatNoScriptReads() {
        Services.answer("POST /api/sessions", 201, Browser.session("MEMBER", 600, "token-1"));

        var answer = browser.post("/sign-in/password", Map.of("email", "ada@acme.example", "password", "right"));

        answer.then().statusCode(303).header("Location", endsWith(":8080/"));
        var cookie = answer.detailedCookie("dovetail-session");
        assertTrue(cookie.isHttpOnly());
        assertEquals("Lax", cookie.getSameSite());
        assertEquals("/", cookie.getPath());
        assertFalse(cookie.getValue().contains("token-1"));
        browser.get("/").then().statusCode(200).body(containsString("Ada Lovelace (ada@acme.example)"));
    }

    @Test
    void aWrongPasswordIsSaid() {
        Services.answer("POST /api/sessions", 401, "{\"title\":\"Not right\",\"detail\":\"Try again.\"}");

        var answer = browser.post("/sign-in/password", Map.of("email", "ada@acme.example", "password", "wrong"));

        answer.then().statusCode(401).body(containsString("Not right. Try again."));
        assertFalse(browser.has("dovetail-session"));
    }

    @Test
    void aPasswordOfSeveralCompaniesAsksWhich() {
        Services.answer("POST /api/sessions", 409, "{\"companies\":[{\"companyId\":\"c1\",\"name\":\"Acme & Sons\"}]}");

        var answer = browser.post("/sign-in/password", Map.of("email", "ada@acme.example", "password", "right"));

        answer.then().statusCode(409).body(containsString("<option value=\"c1\">Acme &amp; Sons</option>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "/\tx",
                "/x\r\nSet-Cookie: a=b",
                "/%0d%0ax",
                "/%5cevil.example",
                "/%2fevil.example",
                "javascript:alert(1)",
                "/%zz",
                "evil"
            })
    void leadsToNoOtherOrigin(String elsewhere) {
        Services.answer("POST /api/sessions", 201, Browser.session("MEMBER", 600, "token-1"));

        var answer = browser.post(
                "/sign-in/password", Map.of("email", "a@b.example", "password", "right", "returnTo", elsewhere));

        answer.then().statusCode(303).header("Location", "http://localhost:8080/");
    }

    @Test
    void signingOutEndsTheSessionAndTheCookie() {
        var ada = Browser.signedIn("MEMBER", 600);
        Services.answer("DELETE /api/sessions/current", 204, "");

        var answer = ada.post("/sign-out", Map.of());

        answer.then().statusCode(303).header("Location", endsWith("/sign-in?out=1"));
        assertFalse(ada.has("dovetail-session"));
        assertEquals(
                "Bearer token-1", Services.last("DELETE /api/sessions/current").authorization());
    }

    @Test
    void signingOutForgetsTheSessionEvenWhenTheServicesAreAway() {
        var ada = Browser.signedIn("MEMBER", 600);
        Services.answer("DELETE /api/sessions/current", 503, "");

        ada.post("/sign-out", Map.of()).then().statusCode(303);

        assertFalse(ada.has("dovetail-session"));
        ada.get("/").then().statusCode(303).header("Location", endsWith("/sign-in"));
    }

    @Test
    void whoHasAPasswordReachesItsPageByALinkThatKeepsTheWayBack() {
        browser.get("/sign-in?returnTo=%2Freports%3Fa%3D1%26b%3D2")
                .then()
                .body(containsString("/sign-in/password?returnTo=%2Freports%3Fa%3D1%26b%3D2"));

        browser.get("/sign-in/password?returnTo=%2Freports%3Fa%3D1%26b%3D2")
                .then()
                .statusCode(200)
                .body(containsString("value=\"/reports?a=1&amp;b=2\""));
    }

    @Test
    void anAddressThatIsNoneIsSaidFieldByField() {
        Services.answer(
                "POST /api/sign-in",
                400,
                "{\"detail\":\"See errors\",\"errors\":[{\"field\":\"email\",\"detail\":\"must be an address\"}]}");

        browser.post("/sign-in", Map.of("email", "ada"))
                .then()
                .statusCode(400)
                .body(containsString("email must be an address"));
    }
}
