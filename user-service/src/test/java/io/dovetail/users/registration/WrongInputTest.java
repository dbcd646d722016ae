package io.dovetail.users.registration;

import static io.dovetail.users.Scene.operator;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.users.Published;
import io.dovetail.users.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever does not fit is refused with what to do, and changes nothing. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class WrongInputTest {
    @Inject
    Published published;

    @ParameterizedTest
    @CsvSource({
        "name, ''",
        "name, '  '",
        "domains, nodots",
        "domains, http://example.com",
        "domains, 'a b.com'",
        "admin.email, ada",
        "admin.email, ada@@example.com",
        "admin.email, 'ada lovelace@example.com'",
        "admin.email, ada@localhost",
        "admin.firstName, ''",
        "admin.lastName, ' '"
    })
    void refusesFieldsThatDoNotFitAndNamesThem(String field, String value) {
        var domain = Scene.newDomain();
        var wish = Scene.wish(domain, "ada@" + domain);
        if (field.startsWith("admin.")) {
            adminOf(wish).put(field.substring("admin.".length()), value);
        } else {
            wish.put(field, field.equals("domains") ? List.of(value) : value);
        }

        var answer = operator().body(wish).post("/api/companies");

        answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", is("/problems/invalid-input"))
                .body("errors[0].field", containsString(field))
                .body("errors[0].detail", notNullValue());
        assertNobodyIn(domain);
    }

    @Test
    void refusesControlCharactersAndNamesWithoutEnd() {
        var domain = Scene.newDomain();
        for (var name : List.of("Evil\u0000Works", "Half \ud800 pair", "Two\nlines", "x".repeat(201))) {
            var wish = Scene.wish(domain, "ada@" + domain);
            wish.put("name", name);

            var answer = operator().body(wish).post("/api/companies");

            answer.then().statusCode(400);
        }
        assertNobodyIn(domain);
    }

    @Test
    void refusesMissingPartsAndWrongKinds() {
        var domain = Scene.newDomain();
        for (var field : List.of("name", "domains", "singleSignOn", "admin")) {
            var wish = Scene.wish(domain, "ada@" + domain);
            wish.remove(field);

            operator().body(wish).post("/api/companies").then().statusCode(400).body("errors.field", hasItem(field));
        }
        var wish = Scene.wish(domain, "ada@" + domain);
        wish.put("singleSignOn", "PERHAPS");
        operator()
                .body(wish)
                .post("/api/companies")
                .then()
                .statusCode(400)
                .body("type", is("/problems/malformed-json"));
        assertNobodyIn(domain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\": ", "[]", "\"text\"", "", "null", "{\"name\": {\"a\": 1}}"})
    void refusesABodyThatIsNotItsJson(String body) {
        var answer = operator().body(body).post("/api/companies");

        answer.then().statusCode(400).contentType("application/problem+json").body("detail", notNullValue());
    }

    @Test
    void refusesABodyOfTenMegabytes() {
        var wish = Scene.wish(Scene.newDomain(), "ada@example.com");
        wish.put("name", "x".repeat(10_000_000));

        var answer = operator().body(wish).post("/api/companies");

        answer.then().statusCode(413).contentType("application/problem+json").body("type", is("/problems/too-large"));
    }

    @Test
    void refusesAnotherMediaTypeAndAnotherMethod() {
        given().header("X-Operator-Key", EmbeddedParts.OPERATOR_KEY)
                .contentType(ContentType.XML)
                .body("<company/>")
                .post("/api/companies")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        operator()
                .delete("/api/companies/" + UUID.randomUUID() + "/first-administrator")
                .then()
                .statusCode(405)
                .body("type", equalTo("/problems/method-not-allowed"));
    }

    private void assertNobodyIn(String domain) {
        assertEquals("0", published.value("select count(*) from user_account where email like ?", "%@" + domain));
        assertEquals("nothing", published.value("select 1 from company_domain where domain = ?", domain));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> adminOf(Map<String, Object> wish) {
        return (Map<String, Object>) wish.get("admin");
    }
}
