package io.dovetail.kit.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import io.dovetail.kit.parts.KitParts;
import io.dovetail.kit.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The access token decides whose data a call reaches. */
@QuarkusTest
@QuarkusTestResource(KitParts.class)
class SubjectTest {
    private final UUID company = UUID.randomUUID();
    private final UUID user = UUID.randomUUID();
    private final String member = TestTokens.member(company, user);
    private final String admin = TestTokens.admin(company, user);

    @Test
    void isThePersonOfTheToken() {
        call("me", member).statusCode(200).body(is(user + " of " + company));
    }

    @Test
    void withoutATokenNobodyIsThere() {
        given().get("/api/identity/me")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json")
                .body("type", is("/problems/not-authenticated"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0."})
    void withWhatIsNoTokenNobodyIsThere(String token) {
        assertProblem(call("me", token), 401, "not-authenticated");
    }

    @Test
    void withATokenThatWasAlteredNobodyIsThere() {
        var other = TestTokens.admin(UUID.randomUUID(), user);
        var altered = other.substring(0, other.lastIndexOf('.')) + member.substring(member.lastIndexOf('.'));

        assertProblem(call("me", altered), 401, "not-authenticated");
    }

    @Test
    void aMemberIsNoAdministrator() {
        assertProblem(call("role", member), 403, "forbidden");
        assertProblem(call(company + "/settings", member), 403, "forbidden");
        call("role", admin).statusCode(200);
        call(company + "/settings", admin).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8d1f2f0e-0000-4000-8000-000000000000", "nonsense", "8D1F"})
    void anotherCompanyIsNotFound(String other) {
        assertProblem(call(other, member), 404, "not-found");
        assertProblem(call(other + "/settings", admin), 404, "not-found");
        call(company.toString(), member).statusCode(200);
    }

    @Test
    void aRecoverySessionIsGoodForItsOwnConnectionAlone() {
        var recovery = TestTokens.recovery(company, user);

        call(company + "/connection", recovery).statusCode(200);
        assertProblem(call(UUID.randomUUID() + "/connection", recovery), 404, "not-found");
        assertProblem(call(company.toString(), recovery), 403, "forbidden");
        assertProblem(call(company + "/settings", recovery), 403, "forbidden");
        assertProblem(call("role", recovery), 403, "forbidden");
    }

    @Test
    void theConnectionIsForAdministratorsOtherwise() {
        call(company + "/connection", admin).statusCode(200);
        assertProblem(call(company + "/connection", member), 403, "forbidden");
    }

    private static ValidatableResponse call(String path, String token) {
        return given().auth().oauth2(token).get("/api/identity/" + path).then();
    }

    private static void assertProblem(ValidatableResponse answer, int status, String slug) {
        answer.statusCode(status).contentType("application/problem+json").body("type", is("/problems/" + slug));
    }
}
