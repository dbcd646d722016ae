package io.dovetail.kit.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import io.dovetail.kit.parts.KitParts;
import io.dovetail.kit.testing.EmbeddedParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operator calls need one of the configured keys. */
@QuarkusTest
@QuarkusTestResource(KitParts.class)
class OperatorKeyTest {

    @Test
    void opensWithTheKey() {
        given().header("X-Operator-Key", EmbeddedParts.OPERATOR_KEY)
                .get("/api/identity/operator")
                .then()
                .statusCode(200)
                .body(is("the operator"));
    }

    @Test
    void duringARotationOpensWithEitherKey() {
        given().header("X-Operator-Key", KitParts.NEXT_OPERATOR_KEY)
                .get("/api/identity/operator")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "", EmbeddedParts.OPERATOR_KEY + " x"})
    void refusesAnotherKey(String key) {
        given().header("X-Operator-Key", key)
                .get("/api/identity/operator")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", is("/problems/operator-key-needed"));
    }

    @Test
    void refusesTheHashInsteadOfTheKey() {
        given().header("X-Operator-Key", Secrets.sha256(EmbeddedParts.OPERATOR_KEY))
                .get("/api/identity/operator")
                .then()
                .statusCode(401);
    }

    @Test
    void refusesNoKey() {
        given().get("/api/identity/operator").then().statusCode(401).body("type", is("/problems/operator-key-needed"));
    }
}
