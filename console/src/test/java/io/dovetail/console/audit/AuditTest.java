package io.dovetail.console.audit;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.console.testing.Browser;
import io.dovetail.console.testing.Services;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The audit log as administrators read it. */
@QuarkusTest
@QuarkusTestResource(Services.class)
class AuditTest {
    private static final String HERE = "/settings/audit";
    private static final String CALL = "GET /api/audit/c0ffee00-0000-4000-8000-000000000001";

    @BeforeEach
    void threeActsAreKnown() {
        Services.reset();
        Services.answer(CALL, 200, """
                {"items":[{"id":"3","at":"2026-01-15T09:30:00Z","actor":{"type":"USER","userId":"u","email":"ada@acme.example"},
                "act":"VERSION_RESTORED","about":"7","from":"203.0.113.7"},
                {"id":"2","at":"2026-01-14T09:30:00Z","actor":{"type":"SYSTEM"},"act":"SINGLE_SIGN_ON_ROLLED_BACK"},
                {"id":"1","at":"2026-01-13T09:30:00Z","actor":{"type":"OPERATOR"},"act":"A_NEW_ACT","about":"<b>"}],"next":"n+1"}""");
    }

    @Test
    void saysInPlainWordsWhoDidWhatWhenAndFromWhere() {
        Browser.signedIn("ADMIN", 600)
                .get(HERE)
                .then()
                .statusCode(200)
                .body(containsString("15 January 2026, 09:30 UTC"), containsString("203.0.113.7"))
                .body(containsString("<strong>ada@acme.example</strong> made an earlier version the draft <code>7"))
                .body(containsString("<strong>Dovetail</strong> turned single sign-on off again"))
                .body(containsString("<strong>The operator</strong> A_NEW_ACT <code>&lt;b&gt;"))
                .body(not(containsString("null")));
    }

    @Test
    void leadsFromPageToPage() {
        var browser = Browser.signedIn("ADMIN", 600);

        browser.get(HERE).then().body(containsString("href=\"/settings/audit?cursor=n%2B1\""));
        browser.get(HERE + "?cursor=n%2B1").then().body(containsString("Newest"));

        assertEquals("cursor=n%2B1", Services.last(CALL).query());
    }

    @Test
    void isForAdministratorsAlone() {
        Browser.signedIn("MEMBER", 600).get(HERE).then().statusCode(403);

        assertEquals(0, Services.count(CALL));
    }
}
