package io.dovetail.bindings.binding;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.bindings.Scene;
import io.dovetail.bindings.Scene.Attempt;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Wrong input is answered with a problem that says what to do, and changes nothing. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class WrongInputTest {

    @Inject
    Scene scene;

    @Inject
    TestClock clock;

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void answersMalformedJsonWithAProblem() {
        refuses(post("{\"ticket\": "), 400, "malformed-json");
        refuses(post("[1, 2]"), 400, "malformed-json");
    }

    @Test
    void answersAMissingTicketWithAProblem() {
        refuses(post("{}"), 400, "invalid-input");
        refuses(post("{\"ticket\": \"  \"}"), 400, "invalid-input");
        refuses(post("null"), 400, "invalid-input");
        refuses(post(""), 400, "invalid-input");
    }

    @Test
    void answersAnOversizedBodyWithAProblem() {
        refuses(post("{\"ticket\": \"" + "x".repeat(10 * 1024 * 1024) + "\"}"), 413, "too-large");
    }

    @Test
    void answersAnotherMediaTypeWithAProblem() {
        var answer = given().contentType("text/plain").body("a ticket").post("/api/bindings");

        refuses(answer, 415, "unsupported-media-type");
    }

    @Test
    void refusesATicketThatNobodySealed() {
        for (var text : new String[] {
            "ticket",
            "....",
            "a.b.c.d.e",
            "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..YQ.YQ.YQ",
            "eyJhbGciOiJub25lIn0.e30.",
            "W10.YQ.YQ.YQ.YQ"
        }) {
            refuses(Scene.present(text), 400, "ticket-invalid");
        }
    }

    @Test
    void refusesATicketMadeForAnotherPurpose() {
        var attempt = Attempt.any();

        refuses(Scene.present(scene.ticket(attempt, "sign-in", null)), 400, "ticket-invalid");

        assertEquals(0, scene.bindings(attempt.companyId()));
    }

    @Test
    void refusesAnIdentityWithoutANameOrWithAnEndlessOne() {
        for (var samlId : new String[] {"", "a".repeat(513)}) {
            refuses(Scene.present(scene.ticket(Attempt.any().withSamlId(samlId))), 400, "ticket-invalid");
        }
        Scene.present(scene.ticket(Attempt.any().withSamlId("\u20ac".repeat(512))))
                .then()
                .statusCode(200);
    }

    @Test
    void refusesATicketThatHasEnded() {
        var attempt = Attempt.any();
        var ticket = scene.ticket(attempt);
        clock.advance(Duration.ofSeconds(61));

        refuses(Scene.present(ticket), 400, "ticket-expired");

        assertEquals(0, scene.bindings(attempt.companyId()));
    }

    private static Response post(String body) {
        return given().contentType("application/json").body(body).post("/api/bindings");
    }

    private static void refuses(Response answer, int status, String slug) {
        answer.then().statusCode(status).contentType("application/problem+json").body("type", is("/problems/" + slug));
    }
}
