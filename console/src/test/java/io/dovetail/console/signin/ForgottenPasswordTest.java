package io.dovetail.console.signin;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.console.testing.Browser;
import io.dovetail.console.testing.Services;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Having a link to create a new password mailed. */
@QuarkusTest
@QuarkusTestResource(Services.class)
class ForgottenPasswordTest {
    private static final String CALL = "POST /api/password-resets";
    private final Browser browser = new Browser();

    @BeforeEach
    void openPage() {
        Services.reset();
        browser.get("/sign-in/forgotten").then().statusCode(200).body(containsString("Mail me a link"));
    }

    @Test
    void saysTheSameWhetherThereIsAnAccountOrNot() {
        Services.answer(CALL, 202, "{\"message\":\"on its way\"}");

        var answer = browser.post("/sign-in/forgotten", Map.of("email", " ada@acme.example "));

        answer.then().statusCode(200).body(containsString("If <strong>ada@acme.example</strong> has an account"));
        assertEquals("{\"email\":\"ada@acme.example\"}", Services.last(CALL).body());
    }

    @Test
    void saysWhichFieldDoesNotFit() {
        Services.answer(
                CALL,
                400,
                "{\"detail\":\"Correct the fields\",\"errors\":[{\"field\":\"email\",\"detail\":\"must be an address\"}]}");

        var answer = browser.post("/sign-in/forgotten", Map.of("email", "<ada>"));

        answer.then()
                .statusCode(400)
                .body(containsString("email must be an address"), containsString("value=\"&lt;ada&gt;\""));
    }
}
