package io.dovetail.console.session;

import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
}
