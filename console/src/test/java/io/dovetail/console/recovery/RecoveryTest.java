package io.dovetail.console.recovery;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.dovetail.console.testing.Browser;
import io.dovetail.console.testing.Services;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Coming in by a recovery code, and how far one gets with it. */
@QuarkusTest
@QuarkusTestResource(Services.class)
class RecoveryTest {
    private static final String COMPANY = "c0ffee00-0000-4000-8000-000000000001";
    private static final String CALL = "POST /api/sso/" + COMPANY + "/recovery";
    private static final String SETTINGS = "/settings/single-sign-on";
    private final Browser browser = new Browser();

    @BeforeEach
    void codeIsGood() {
        Services.reset();
        Services.answer(
                "POST /api/sign-in", 200, "{\"method\":\"SSO\",\"redirectTo\":\"/auth/saml/" + COMPANY + "/login\"}");
        Services.answer(CALL, 200, "{\"ticket\":\"t1\"}");
        Services.answer("POST /api/sessions", 201, Browser.session("ADMIN", 600, "token-1"));
        Services.answer("GET /api/sso/" + COMPANY, 200, "{\"state\":\"ON\",\"current\":{\"version\":1}}");
        Services.answer("GET /api/sso/" + COMPANY + "/sp-keys", 200, "{\"items\":[]}");
        Services.answer("GET /api/sso/providers", 200, "[]");
        browser.get("/recovery");
    }

    @Test
    void theCompanyIsFoundByTheAddress() {
        var answer = comeIn("");

        answer.then().statusCode(303).header("Location", endsWith(SETTINGS));
        assertEquals(
                Map.of("email", "ada@acme.example", "code", "k7-code"),
                JsonPath.from(Services.last(CALL).body()).getMap(""));
        assertEquals("{\"ticket\":\"t1\"}", Services.last("POST /api/sessions").body());
    }

    @Test
    void theTicketIsTradedInTheBrowserThatAskedForIt() {
        comeIn("");

        var browserCookie = "dovetail-browser=" + browser.value("dovetail-browser");
        assertEquals(browserCookie, Services.last(CALL).cookie());
        assertEquals(browserCookie, Services.last("POST /api/sessions").cookie());
    }

    @Test
    void aCompanyIdStandsInForTheDomain() {
        comeIn(COMPANY).then().statusCode(303);

        assertEquals(0, Services.count("POST /api/sign-in"));
    }

    @Test
    void anUnknownDomainAsksForTheCompanyId() {
        Services.answer("POST /api/sign-in", 200, "{\"method\":\"PASSWORD\"}");

        comeIn("").then().statusCode(400).body(containsString("Give its Company ID"));
        comeIn("../companies").then().statusCode(400).body(containsString("Give its Company ID"));

        assertEquals(0, Services.count(CALL));
    }

    @Test
    void aWrongCodeIsSaidAndOpensNothing() {
        Services.answer(CALL, 401, "{\"title\":\"Address and code do not fit\",\"detail\":\"Take another.\"}");

        comeIn("")
                .then()
                .statusCode(401)
                .body(containsString("Address and code do not fit. Take another."))
                .body(not(containsString("k7-code")));

        assertEquals(0, Services.count("POST /api/sessions"));
        assertFalse(browser.has("dovetail-session"));
    }

    @Test
    void theSessionWorksOnTheConnectionsPageAndAsksForNothingElse() {
        comeIn("");

        browser.get(SETTINGS)
                .then()
                .statusCode(200)
                .body(containsString("You came in by a recovery code"), containsString("Sign out"))
                .body(not(containsString("href=\"/settings/users\"")), not(containsString("Send links")));

        assertEquals(0, Services.count("GET /api/me"));
        assertEquals(0, Services.count("GET /api/bindings/" + COMPANY + "/summary"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/settings/users", "/settings/audit", "/settings/mails"})
    void everythingElseLeadsToTheConnectionsPage(String path) {
        comeIn("");

        browser.get(path).then().statusCode(303).header("Location", endsWith(SETTINGS));

        assertEquals(0, Services.count("GET /api/me"));
    }

    @Test
    void aRefreshedSessionIsStillForTheConnectionAlone() {
        Services.answer("POST /api/sessions", 201, Browser.session("ADMIN", 0, "token-1"));
        Services.answer("POST /api/sessions/refresh", 200, Browser.session("ADMIN", 600, "token-2"));
        comeIn("");

        browser.get("/settings/users").then().statusCode(303).header("Location", endsWith(SETTINGS));

        assertEquals(1, Services.count("POST /api/sessions/refresh"));
    }

    @Test
    void canDisableAndIsNotAskedForAPassword() {
        Services.answer("POST /api/sso/" + COMPANY + "/disable", 200, "{\"undone\":false}");
        comeIn("");

        browser.post(SETTINGS + "/disable", Map.of())
                .then()
                .statusCode(200)
                .body(containsString("Single sign-on is off"), not(containsString("id=\"own-password\"")));
    }

    @Test
    void isReachedFromTheSignIn() {
        browser.get("/sign-in").then().body(containsString("href=\"/recovery\""));
        browser.get("/auth/complete").then().body(containsString("href=\"/recovery\""));
    }

    private Response comeIn(String company) {
        return browser.post("/recovery", Map.of("email", "ada@acme.example", "code", "k7-code", "company", company));
    }
}
