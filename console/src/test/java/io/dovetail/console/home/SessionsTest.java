package io.dovetail.console.home;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.console.testing.Browser;
import io.dovetail.console.testing.Services;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person's own sessions. */
@QuarkusTest
@QuarkusTestResource(Services.class)
class SessionsTest {
    private static final String HERE = "/sessions";
    private static final String THIS = "11111111-0000-4000-8000-000000000001";
    private static final String OTHER = "11111111-0000-4000-8000-000000000002";

    @BeforeEach
    void twoSessions() {
        Services.reset();
        Services.answer("GET /api/sessions", 200, """
                {"items":[{"id":"%s","method":"PASSWORD","openedAt":"2026-01-15T09:30:00Z",
                "expiresAt":"2026-01-15T21:30:00Z","current":true},{"id":"%s","method":"SSO",
                "openedAt":"2026-01-14T09:30:00Z","expiresAt":"2026-01-14T21:30:00Z","current":false}],"next":null}""".formatted(THIS, OTHER));
    }

    @Test
    void showsWhereThePersonIsSignedIn() {
        var browser = Browser.signedIn("MEMBER", 600);

        browser.get("/").then().body(containsString("href=\"/sessions\""));
        browser.get(HERE)
                .then()
                .statusCode(200)
                .body(containsString("This browser"), containsString("action=\"/sign-out\""))
                .body(containsString("action=\"/sessions/" + OTHER + "/end\""))
                .body(not(containsString("/sessions/" + THIS + "/end")))
                .body(containsString("since 14 January 2026, 09:30 UTC"), not(containsString("null")));
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 404})
    void endsOneOfThem(int status) {
        Services.answer("DELETE /api/sessions/" + OTHER, status, "");
        var browser = Browser.signedIn("MEMBER", 600);

        browser.post(HERE + "/" + OTHER + "/end", Map.of())
                .then()
                .statusCode(303)
                .header("Location", endsWith("/sessions?ended=1"));

        assertEquals(
                "Bearer token-1", Services.last("DELETE /api/sessions/" + OTHER).authorization());
        browser.get(HERE + "?ended=1").then().body(containsString("That session has ended"));
        browser.get(HERE + "/" + OTHER + "/end").then().statusCode(303).header("Location", endsWith(HERE));
    }

    @Test
    void whoeverIsNotSignedInSignsInFirst() {
        new Browser().get(HERE).then().statusCode(303).header("Location", endsWith("/sign-in?returnTo=%2Fsessions"));

        Services.answer("GET /api/sessions", 401, "{}");
        Browser.signedIn("MEMBER", 600).get(HERE).then().statusCode(303);
    }
}
