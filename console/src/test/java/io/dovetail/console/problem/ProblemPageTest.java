package io.dovetail.console.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemPageTest {

    @Test
    void explainsAProblemToWhoeverFollowsItsType() {
        given().accept("text/html")
                .get("/problems/not-linked")
                .then()
                .statusCode(200)
                .body(containsString("<h1>Your account is not linked yet</h1>"))
                .body(containsString("<strong>What to do.</strong>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-problem", "..%2f..%2fapplication", "Not-Linked", "not-linked.md"})
    void knowsNoOtherPage(String slug) {
        given().accept("text/html")
                .urlEncodingEnabled(false)
                .get("/problems/" + slug)
                .then()
                .statusCode(404);
    }
}
