package io.dovetail.console.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.dovetail.console.testing.Browser;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nobody listens where the services should be. */
@QuarkusTest
@TestProfile(UnreachableTest.NobodyThere.class)
class UnreachableTest {
    private final Browser browser = new Browser();

    /** The discard port, where nothing listens. */
    public static class NobodyThere implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("dovetail.console.api-url", "http://127.0.0.1:9");
        }
    }

    @Test
    void aFormIsAnsweredWithAPlainPage() {
        browser.get("/sign-in").then().statusCode(200);

        assertPlain(browser.post("/sign-in", Map.of("email", "ada@acme.example")));
        assertPlain(browser.post("/sign-in/password", Map.of("email", "ada@acme.example", "password", "right")));
        assertPlain(browser.post("/sign-in/forgotten", Map.of("email", "ada@acme.example")));
    }

    @Test
    void whatMailsAndProvidersLeadToIsAPlainPage() {
        browser.get("/password/abc").then().statusCode(303);

        assertPlain(browser.get("/password"));
        assertPlain(browser.get("/auth/complete?ticket=t1"));
    }

    private static void assertPlain(Response answer) {
        answer.then()
                .statusCode(503)
                .contentType("text/html;charset=utf-8")
                .body(containsString("<h1>Not available at this moment</h1>"), containsString("Nothing was changed"))
                .body(not(containsString("Exception")), not(containsString("127.0.0.1")));
    }
}
