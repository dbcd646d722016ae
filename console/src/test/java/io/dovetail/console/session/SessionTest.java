package io.dovetail.console.session;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.console.testing.Browser;
import io.dovetail.console.testing.Services;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long a browser stays signed in. */
@QuarkusTest
@QuarkusTestResource(Services.class)
class SessionTest {
    private static final String REFRESH = "POST /api/sessions/refresh";

    @BeforeEach
    void forget() {
        Services.reset();
    }

    @Test
    void anEndedAccessTokenIsRefreshedOnce() {
        var browser = Browser.signedIn("MEMBER", 0);
        Services.answer(REFRESH, 200, Browser.session("MEMBER", 600, "token-2"));

        browser.get("/").then().statusCode(200);
        browser.get("/").then().statusCode(200);

        assertEquals(1, Services.count(REFRESH));
        assertEquals("{\"refreshToken\":\"refresh-1\"}", Services.last(REFRESH).body());
    }

    @Test
    void theRefreshedSessionIsKeptEvenWhenThePageFails() {
        var browser = Browser.signedIn("MEMBER", 0);
        Services.answer(REFRESH, 200, Browser.session("MEMBER", 600, "token-2"));

        browser.get("/settings/single-sign-on").then().statusCode(403);
        browser.get("/").then().statusCode(200);

        assertEquals(1, Services.count(REFRESH));
    }

    @Test
    void aRefusedRefreshSignsOut() {
        var browser = Browser.signedIn("MEMBER", 0);
        Services.answer(REFRESH, 401, "{}");

        browser.get("/").then().statusCode(303).header("Location", endsWith("/sign-in"));

        assertFalse(browser.has("dovetail-session"));
    }

    @Test
    void aCookieThatNobodyHereSealedIsNoSession() {
        var browser = new Browser();
        browser.cookie(
                "dovetail-session",
                "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA");

        browser.get("/").then().statusCode(303).header("Location", endsWith("/sign-in"));
    }

    @Test
    void twoTabsThatRefreshAtTheSameTimeBothStaySignedIn() {
        var tab = Browser.signedIn("MEMBER", 0);
        var other = tab.copy();
        Services.answer(REFRESH, 200, Browser.session("MEMBER", 600, "token-2"));

        tab.get("/").then().statusCode(200);
        other.get("/").then().statusCode(200);

        assertEquals(2, Services.count(REFRESH));
    }

    @Test
    void aBusyServiceIsNoReasonToSignOut() {
        var browser = Browser.signedIn("MEMBER", 0);
        Services.answer(REFRESH, 429, "{\"title\":\"Slow down\",\"detail\":\"Wait a moment.\"}");

        browser.get("/").then().statusCode(429).body(containsString("Wait a moment."));

        assertTrue(browser.has("dovetail-session"));
    }

    @Test
    void theStartPageSaysWhoIsSignedInAndHow() {
        Browser.signedIn("ADMIN", 600)
                .get("/")
                .then()
                .body(containsString("Ada Lovelace"), containsString("administrator"), containsString("and password"));

        Services.answer("POST /api/sessions", 201, Browser.session("MEMBER", 0, "token-1"));
        Services.answer(REFRESH, 200, Browser.session("MEMBER", 600, "token-2"));
        var through = new Browser();
        through.get("/auth/complete?ticket=t1");
        through.get("/").then().body(containsString("member"), containsString("identity provider"));
    }

    @Test
    void theCookieStaysBelowWhatBrowsersTakeEvenWithTheLongestNames() {
        var long100 = "Ö".repeat(100);
        var token = "a1B2-".repeat(170);
        Services.answer(
                "POST /api/sessions",
                201,
                Browser.session("ADMIN", 600, token)
                        .replace("Lovelace", long100)
                        .replace("Ada", long100));
        var browser = new Browser();

        var cookie = browser.get("/auth/complete?ticket=t1").cookie("dovetail-session");

        assertTrue(cookie.length() < 4_000, "length " + cookie.length());
        browser.get("/").then().statusCode(200);
    }
}
