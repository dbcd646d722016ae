package io.dovetail.console.mails;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.console.testing.Browser;
import io.dovetail.console.testing.Services;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What became of each mail, as administrators read it. */
@QuarkusTest
@QuarkusTestResource(Services.class)
class MailsTest {
    private static final String HERE = "/settings/mails";
    private static final String CALL = "GET /api/deliveries/c0ffee00-0000-4000-8000-000000000001";

    @BeforeEach
    void fourMailsAreKnown() {
        Services.reset();
        Services.answer(CALL, 200, """
                {"items":[{"kind":"INVITATION","to":"eve@acme.example","state":"QUEUED","tries":1,"queuedAt":"2026-01-15T09:30:00Z",
                "nextTryAt":"2026-01-15T09:45:00Z","lastAnswer":"451 later"},
                {"kind":"BINDING","to":"bob@acme.example","state":"FAILED","tries":3,"settledAt":"2026-01-14T09:30:00Z",
                "lastAnswer":"550 <no such> mailbox"},
                {"kind":"BINDING","to":"cyd@acme.example","state":"SENT","tries":1,"settledAt":"2026-01-13T09:30:00Z","lastAnswer":null},
                {"kind":"BINDING","to":"dan@acme.example","state":"CANCELLED","tries":0,"settledAt":"2026-01-12T09:30:00Z"}],
                "next":"17"}""");
    }

    @Test
    void saysWhatBecameOfEach() {
        Browser.signedIn("ADMIN", 600)
                .get(HERE)
                .then()
                .statusCode(200)
                .body(containsString("tried 1 time, next try on 15 January 2026, 09:45 UTC"))
                .body(containsString("given up on 14 January 2026, 09:30 UTC"))
                .body(containsString("550 &lt;no such&gt; mailbox"), containsString("Sent on 13 January 2026"))
                .body(containsString("No longer needed, not sent"), containsString("?cursor=17"))
                .body(not(containsString("null")));
    }

    @Test
    void showsTheFailedOnesAloneFromPageToPage() {
        var browser = Browser.signedIn("ADMIN", 600);

        browser.get(HERE + "?state=FAILED&cursor=16")
                .then()
                .statusCode(200)
                .body(containsString("/settings/mails?state=FAILED&amp;cursor=17"))
                .body(containsString("<a href=\"/settings/mails?state=FAILED\">Newest"));

        assertEquals("state=FAILED&cursor=16", Services.last(CALL).query());
        browser.get(HERE + "?state=LOST").then().statusCode(200);
        assertEquals(null, Services.last(CALL).query());
    }

    @Test
    void isForAdministratorsAlone() {
        Browser.signedIn("MEMBER", 600).get(HERE).then().statusCode(403);

        assertEquals(0, Services.count(CALL));
    }
}
