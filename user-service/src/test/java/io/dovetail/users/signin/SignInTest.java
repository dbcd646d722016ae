package io.dovetail.users.signin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.users.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way in is told by the address's domain alone. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class SignInTest {
    @Inject
    Scene scene;

    @ParameterizedTest
    @ValueSource(strings = {"ON", "ON_TRIAL"})
    void leadsToTheProviderOfTheDomain(String state) {
        var registered = scene.registered();
        scene.connection(registered.company(), 3, state, UUID.randomUUID());

        var answer = start("whoever@" + registered.domain().toUpperCase(Locale.ROOT));

        answer.then()
                .statusCode(200)
                .body("method", is("SSO"))
                .body("redirectTo", is("/auth/saml/" + registered.company() + "/login"));
    }

    @Test
    void asksForThePasswordWhileSingleSignOnIsOff() {
        var registered = scene.registered();
        scene.connection(registered.company(), 3, "ON", UUID.randomUUID());
        scene.connection(registered.company(), 4, "OFF", null);

        var answer = start(registered.email());

        answer.then().statusCode(200).body("method", is("PASSWORD")).body("redirectTo", nullValue());
    }

    @Test
    void answersKnownAndUnknownAddressesOfADomainAlike() {
        var registered = scene.registered();

        var known = start(registered.email());
        var unknown = start("nobody@" + registered.domain());
        var foreign = start("nobody@" + Scene.newDomain());

        Assertions.assertEquals(known.body().asString(), unknown.body().asString());
        Assertions.assertEquals(known.body().asString(), foreign.body().asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ada", "ada@", "@example.com", "ada@exa mple.com", "a\u0000da@example.com"})
    void refusesWhatIsNoAddress(String email) {
        var answer = start(email);

        answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", is("email"))
                .body("errors[0].detail", containsString("ada@example.com"));
    }

    @Test
    void refusesMalformedJson() {
        given().contentType(ContentType.JSON)
                .body("{\"email\"")
                .post("/api/sign-in")
                .then()
                .statusCode(400)
                .body("type", is("/problems/malformed-json"));
    }

    private static Response start(String email) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("email", email))
                .post("/api/sign-in");
    }
}
