package io.dovetail.users.signin;

import static io.dovetail.users.Scene.createPassword;
import static io.dovetail.users.Scene.signIn;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.users.Published;
import io.dovetail.users.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in by address and password. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class PasswordSignInTest {
    @Inject
    Scene scene;

    @Inject
    Published published;

    @Test
    void opensASessionForTheRightPassword() {
        var registered = scene.active();

        var answer = signIn("  " + registered.email().toUpperCase(Locale.ROOT) + " ", Scene.PASSWORD);

        answer.then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("expiresIn", is(600))
                .body("user.id", is(registered.admin().toString()))
                .body("user.companyId", is(registered.company().toString()))
                .body("user.role", is("ADMIN"))
                .body("user.firstName", is("Ada"));
        var opened = published.last(registered.company(), "session-opened");
        assertEquals("PASSWORD", opened.get("method").asText());
        assertTrue(opened.get("signInId").isNull());
    }

    @Test
    void answersAWrongPasswordAnUnknownAddressAndAPendingPersonAlike() {
        var active = scene.active();
        var pending = scene.registered();

        var wrong = signIn(active.email(), "wrong horse battery staple");
        var unknown = signIn("nobody@" + active.domain(), Scene.PASSWORD);
        var tooEarly = signIn(pending.email(), Scene.PASSWORD);

        wrong.then().statusCode(401).body("type", is("/problems/wrong-credentials"));
        assertEquals(wrong.body().asString(), unknown.body().asString());
        assertEquals(wrong.body().asString(), tooEarly.body().asString());
        assertEquals(0, published.events(active.company(), "session-opened").size());
    }

    @Test
    void asksForTheCompanyWhenThePasswordIsRightInSeveral() {
        var email = "ada@" + Scene.newDomain();
        var first = withPassword(email, Scene.PASSWORD);
        var second = withPassword(email, Scene.PASSWORD);
        withPassword(email, "quite another password");

        var answer = signIn(email, Scene.PASSWORD);

        answer.then()
                .statusCode(409)
                .body("type", is("/problems/several-companies"))
                .body(
                        "companies.companyId",
                        containsInAnyOrder(
                                first.company().toString(), second.company().toString()));
        inCompany(email, second.company().toString())
                .then()
                .statusCode(201)
                .body("user.companyId", is(second.company().toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5f3c3d0e-8f0b-4a52-9d0e-0c2a7f1b5d11", "not-an-id"})
    void answersAnUnknownCompanyLikeAWrongPassword(String company) {
        var registered = scene.active();

        var answer = inCompany(registered.email(), company);

        answer.then().statusCode(401).body("type", is("/problems/wrong-credentials"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"email\": \"ada@example.com\"}",
                "{\"password\": \"correct horse battery\"}",
                "{\"email\": \"ada@example.com\", \"password\": \"correct horse battery\", \"ticket\": \"x\"}",
                "{\"email\": \"ada\", \"password\": \"correct horse battery\"}",
                "{\"email\": ",
                "[1]",
                "null"
            })
    void refusesABodyThatNamesNoWayIn(String body) {
        var answer = given().contentType(ContentType.JSON).body(body).post("/api/sessions");

        answer.then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void refusesAPasswordLongerThanAnyThatIsTaken() {
        var registered = scene.active();

        var answer = signIn(registered.email(), Scene.PASSWORD + "x".repeat(1_024));

        answer.then().statusCode(400).body("errors[0].field", is("password"));
    }

    private Scene.Registered withPassword(String email, String password) {
        var registered = scene.registered(Scene.newDomain(), email);
        createPassword(scene.newestToken(registered.company()), password).then().statusCode(204);
        return registered;
    }

    private static Response inCompany(String email, String company) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", Scene.PASSWORD, "company", company))
                .post("/api/sessions");
    }
}
