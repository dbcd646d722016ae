package io.dovetail.users.guessing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever guesses tokens, or simply comes too often, is told to wait; whoever comes from elsewhere is not. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
@TestProfile(FewGuesses.class)
class OpenCallsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /api/sign-in | {\"email\": \"ada@example.com\"}",
                "POST | /api/sessions | {\"ticket\": \"guessed\"}",
                "POST | /api/sessions/refresh | {\"refreshToken\": \"guessed\"}",
                "POST | /api/password-resets | {\"email\": \"ada@example.com\"}",
                "GET  | /api/password-resets/guessed | ''",
                "POST | /api/password-resets/guessed | {\"password\": \"correct horse battery staple\"}",
                "POST | /api/password-resets/guessed/resend | {}",
                "GET  | /api/invitations/guessed | ''",
                "POST | /api/invitations/guessed/accept | {}",
                "POST | /api/invitations/guessed/resend | {}"
            })
    void refusesWhoComesTooOften(String method, String path, String body) {
        IntStream.range(0, FewGuesses.CALLS_AT_ONCE)
                .forEach(time -> assertNotEquals(
                        429, call("203.0.113.7", method, path, body).statusCode()));

        var refused = firstRefused("203.0.113.7", method, path, body);

        refused.then().statusCode(429).body("type", is("/problems/too-many-requests"));
        assertEquals(refused.path("retryAfter").toString(), refused.header("Retry-After"));
        assertNotEquals(429, call("203.0.113.8", method, path, body).statusCode());
    }

    /** Some more are let through, since the bucket fills up meanwhile. */
    private static Response firstRefused(String from, String method, String path, String body) {
        return IntStream.range(0, FewGuesses.CALLS_AT_ONCE)
                .mapToObj(time -> call(from, method, path, body))
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();
    }

    private static Response call(String from, String method, String path, String body) {
        var request = given().header("X-Forwarded-For", from);
        return body.isEmpty()
                ? request.request(method, path)
                : request.contentType(ContentType.JSON).body(body).request(method, path);
    }
}
