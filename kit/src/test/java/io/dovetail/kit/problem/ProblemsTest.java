package io.dovetail.kit.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.agroal.api.AgroalDataSource;
import io.dovetail.kit.parts.Gate;
import io.dovetail.kit.parts.KitParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong over HTTP is answered as a problem that says what to do. */
@QuarkusTest
@QuarkusTestResource(KitParts.class)
class ProblemsTest {
    private static final String SAMPLES = "/api/samples";

    @Inject
    AgroalDataSource pool;

    @SuppressWarnings("NullAway.Init")
    Gate gate;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "hello",
                "{\"name\":}",
                "{\"name\":\"a\",}",
                "[]",
                "\"text\"",
                "7",
                "{\"id\":\"no id\"}",
                "{\"place\":{\"number\":\"many\"}}",
            })
    void malformedJsonIsABadRequest(String body) {
        assertProblem(post(body), 400, "malformed-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", " "})
    void aMissingBodyIsABadRequest(String body) {
        post(body).then().statusCode(400).contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void malformedJsonNamesThePlaceAndRepeatsNothing() {
        assertProblem(post("{\"place\":{\"number\":\"seventeen\"}}"), 400, "malformed-json")
                .body("detail", containsString("place.number"))
                .body("detail", containsString("line 1"))
                .body("detail", not(containsString("seventeen")))
                .body("detail", not(containsString("Sample")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | name",
                "{\"name\":\"much too long a name\"} | name",
                "{\"name\":\"a\",\"place\":{}} | place.street",
                "{\"name\":\"a\",\"words\":[\"b\",\" \"]} | words[1]",
                "{\"name\":\"a\",\"places\":[{\"street\":\"b\"},{}]} | places[1].street"
            })
    void invalidInputNamesTheFieldAsTheCallerDoes(String body, String field) {
        assertProblem(post(body), 400, "invalid-input")
                .body("errors.field", contains(field))
                .body("errors[0].detail", notNullValue());
    }

    @Test
    void invalidInputListsEveryField() {
        assertProblem(post("{\"place\":{},\"words\":[\"\"]}"), 400, "invalid-input")
                .body("errors.field", contains("name", "place.street", "words[0]"));
    }

    @Test
    void anInvalidParameterIsNamed() {
        assertProblem(given().get(SAMPLES + "?limit=101"), 400, "invalid-input")
                .body("errors.field", contains("limit"));
    }

    @Test
    void anAnswerOfOursThatIsInvalidIsOurFault() {
        assertProblem(given().get(SAMPLES + "/result"), 500, "internal-error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/api/nothing/here", "/api/samples/nothing/here", "/q/nothing"})
    void anUnknownPathIsNotFound(String path) {
        assertProblem(given().get(path), 404, "not-found");
    }

    @Test
    void aWrongMethodIsNotAllowed() {
        assertProblem(given().delete(SAMPLES), 405, "method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded"})
    void anotherMediaTypeIsUnsupported(String type) {
        assertProblem(given().contentType(type).body("a=b").post(SAMPLES), 415, "unsupported-media-type");
    }

    @Test
    void anUnknownFormOfTheAnswerIsNotAcceptable() {
        given().accept("image/png")
                .get(SAMPLES + "/refusal")
                .then()
                .statusCode(406)
                .contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void anImpossibleParameterIsNotFound() {
        given().get(SAMPLES + "?limit=many").then().statusCode(404).contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void aRefusalOfOursCarriesItsMembers() {
        assertProblem(given().get(SAMPLES + "/refusal"), 409, "too-blue")
                .body("title", is("It is too blue"))
                .body("detail", is("Choose a red one."))
                .body("shade", is(3));
    }

    @Test
    void anUnexpectedFailureTellsNothingButARequestId() {
        assertProblem(given().get(SAMPLES + "/failure"), 500, "internal-error")
                .body("requestId", matchesRegex("[0-9a-f-]{36}"))
                .body(not(containsString("secret")))
                .body(not(containsString("IllegalState")));
    }

    @Test
    void aDatabaseThatIsAwayIsTriedAgainAndHealsByItself() {
        gate.shut();
        try {
            assertProblem(given().get(SAMPLES + "/database"), 503, "try-again").header("Retry-After", "2");
            assertProblem(given().get(SAMPLES + "/database"), 503, "try-again");
        } finally {
            gate.openFor(pool);
        }

        given().get(SAMPLES + "/database").then().statusCode(200).body(is("there"));
    }

    private static Response post(String body) {
        return given().contentType("application/json").body(body).post(SAMPLES);
    }

    private static ValidatableResponse assertProblem(Response answer, int status, String slug) {
        return answer.then()
                .statusCode(status)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", is("/problems/" + slug))
                .body("status", is(status))
                .body("title", notNullValue())
                .body("detail", notNullValue());
    }
}
