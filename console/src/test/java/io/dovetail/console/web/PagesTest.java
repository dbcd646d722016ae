package io.dovetail.console.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.console.testing.Browser;
import io.dovetail.console.testing.Services;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds on every page: headers, the forms' tokens, and failures that are pages. */
@QuarkusTest
@QuarkusTestResource(Services.class)
class PagesTest {
    private final Browser browser = new Browser();

    @BeforeEach
    void forget() {
        Services.reset();
    }

    @Test
    void everyPageKeepsToThisOrigin() {
        browser.get("/nothing")
                .then()
                .statusCode(404)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Content-Security-Policy", containsString("form-action 'self'"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store");
    }

    @Test
    void theSignInPagesFormMayEndAtTheProvider() {
        browser.get("/sign-in").then().header("Content-Security-Policy", not(containsString("form-action")));
    }

    @Test
    void theStylesComeFromHere() {
        browser.get("/webjars/picocss__pico/css/pico.min.css").then().statusCode(200);
        browser.get("/assets/console.css")
                .then()
                .statusCode(200)
                .body(containsString("@import url(\"/webjars/picocss__pico/css/pico.min.css\")"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign-in",
                "/sign-in/password",
                "/sign-in/forgotten",
                "/password",
                "/sign-out",
                "/settings/single-sign-on/enable",
                "/settings/single-sign-on/password",
                "/settings/single-sign-on/versions/1/restore",
                "/settings/users/invite",
                "/settings/users/00000000-0000-4000-8000-00000000000a/remove",
                "/invitation",
                "/recovery"
            })
    void refusesAFormWithoutItsToken(String form) {
        browser.get("/sign-in");

        var answer = browser.postExactly(form, Map.of("email", "ada@acme.example", "password", "right"));

        answer.then().statusCode(400).body(containsString("The request does not fit"));
        assertEquals(0, Services.count("POST /api/sessions"));
    }

    @Test
    void refusesAFormThatCannotBeRead() {
        browser.get("/sign-in");
        var fields = new HashMap<String, String>();
        for (var field = 0; field < 1_200; field++) {
            fields.put("field" + field, "x");
        }

        browser.post("/sign-in", fields).then().statusCode(400);
    }

    @Test
    void whoAsksForJsonGetsAProblem() {
        given().accept("application/json")
                .get("/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-found"));
    }

    @Test
    void refusesABodyOverOneMebibyte() {
        given().contentType("application/x-www-form-urlencoded")
                .body("a".repeat(1024 * 1024 + 1))
                .post("/sign-in")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/too-large"));
    }

    @Test
    void whoeverReadsPagesGetsAPageForATooLargeForm() {
        given().accept("text/html")
                .contentType("application/x-www-form-urlencoded")
                .body("a".repeat(1024 * 1024 + 1))
                .post("/sign-in")
                .then()
                .statusCode(413)
                .contentType("text/html;charset=utf-8")
                .body(containsString("The body is too large"));
    }

    @Test
    void theScriptComesFromHereAndNoPageHoldsOne() {
        browser.get("/assets/copy.js").then().statusCode(200);
        browser.get("/sign-in").then().body(not(containsString("<script>")));
    }

    @Test
    void aFailureOfItsOwnIsAPageWithoutItsCause() {
        var unshortened = new Random(1).ints(6_000, 'a', 'z').mapToObj(Character::toString);
        Services.answer(
                "POST /api/sessions", 201, Browser.session("MEMBER", 600, unshortened.collect(Collectors.joining())));

        browser.get("/auth/complete?ticket=t1")
                .then()
                .statusCode(500)
                .body(containsString("<h1>Something failed on our side</h1>"))
                .body(not(containsString("Exception")), not(containsString("cookie")));
    }

    @Test
    void servicesThatAreAwayAreAPageThatSaysTryAgain() {
        Services.answer("POST /api/sign-in", 500, "<secret>stack trace</secret>");
        browser.get("/sign-in");

        browser.post("/sign-in", Map.of("email", "ada@acme.example"))
                .then()
                .statusCode(503)
                .body(containsString("try again"), not(containsString("stack trace")));
    }
}
