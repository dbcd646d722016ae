package io.dovetail.console.password;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.console.testing.Browser;
import io.dovetail.console.testing.Services;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Creating a password from the mail's link. */
@QuarkusTest
@QuarkusTestResource(Services.class)
class PasswordTest {
    private static final String LINK = "/api/password-resets/abc_-1";
    private final Browser browser = new Browser();

    @BeforeEach
    void linkIsGood() {
        Services.reset();
        Services.answer("GET " + LINK, 200, "{\"email\":\"ada@acme.example\",\"companyName\":\"Acme\"}");
        browser.get("/password/abc_-1");
    }

    @Test
    void showsWhoseItIsAndTellsNobodyTheAddress() {
        var answer = browser.get("/password/abc_-1");

        answer.then()
                .statusCode(200)
                .header("Referrer-Policy", "no-referrer")
                .body(containsString("ada@acme.example"), containsString("Acme"));
    }

    @Test
    void createsItAndLeadsToTheSignIn() {
        Services.answer("POST " + LINK, 204, "");

        var answer = browser.post("/password/abc_-1", Map.of("password", "correct horse battery"));

        answer.then().statusCode(303).header("Location", endsWith("/sign-in?created=1"));
        assertEquals(
                "{\"password\":\"correct horse battery\"}",
                Services.last("POST " + LINK).body());
    }

    @Test
    void saysWhyAPasswordIsRefused() {
        Services.answer("POST " + LINK, 400, "{\"title\":\"Too short\",\"detail\":\"At least 12 characters.\"}");

        var answer = browser.post("/password/abc_-1", Map.of("password", "short"));

        answer.then().statusCode(400).body(containsString("At least 12 characters."), containsString("Acme"));
    }

    @Test
    void anEndedLinkIsAPage() {
        Services.answer("GET " + LINK, 410, "{\"title\":\"This link has ended\",\"detail\":\"Ask for a new one.\"}");

        browser.get("/password/abc_-1").then().statusCode(410).body(containsString("Ask for a new one."));
    }
}
