package io.dovetail.users.deadlink;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.users.MovableClock;
import io.dovetail.users.Published;
import io.dovetail.users.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever asks at the page of a dead link to create a password is mailed a new one, in the words that fit. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class DeadPasswordLinkTest {
    @Inject
    Scene scene;

    @Inject
    Published published;

    @Inject
    MovableClock clock;

    private Scene.Registered registered;
    private UUID company;

    @BeforeEach
    void anAdministratorWithAPassword() {
        registered = scene.active();
        company = registered.company();
    }

    @AfterEach
    void presentAgain() {
        clock.reset();
    }

    @Test
    void mailsANewPasswordLinkItselfWhileSingleSignOnIsOff() {
        var used = scene.newestToken(company);

        for (var time = 0; time < 5; time++) {
            resend(used).then().statusCode(202);
        }

        assertEquals(4, causes().size(), "three an hour");
        assertEquals(List.of(), published.events(company, "link-asked"));
        Scene.createPassword(scene.newestToken(company), Scene.PASSWORD).then().statusCode(204);
    }

    @Test
    void speaksOfAResetOnlyToWhoHasAPassword() {
        var used = scene.newestToken(company);
        resend(used).then().statusCode(202);
        scene.switchOver(company, "ON", 1, 1);
        scene.switchOver(company, "OFF", 2, 1);

        resend(used).then().statusCode(202);

        assertEquals(
                List.of("FIRST_ADMINISTRATOR", "RESET", "SINGLE_SIGN_ON_DISABLED", "PASSWORD_ASKED_FOR"), causes());
    }

    @Test
    void isNotMutedByStrangersWhoAskForResets() {
        var used = scene.newestToken(company);
        scene.switchOver(company, "ON", 1, 1);
        scene.switchOver(company, "OFF", 2, 1);
        for (var time = 0; time < 3; time++) {
            clock.advance(Duration.ofMinutes(6));
            strangerAsksForReset();
        }

        for (var time = 0; time < 5; time++) {
            resend(used).then().statusCode(202);
        }

        assertEquals(3, causes().stream().filter("PASSWORD_ASKED_FOR"::equals).count(), "three an hour");
    }

    private static Response resend(String token) {
        return given().contentType(ContentType.JSON).post("/api/password-resets/" + token + "/resend");
    }

    private void strangerAsksForReset() {
        given().contentType(ContentType.JSON)
                .body(Map.of("email", registered.email()))
                .post("/api/password-resets")
                .then()
                .statusCode(202);
        scene.waysInAnswered();
    }

    private List<String> causes() {
        return published.events(company, "password-link-issued").stream()
                .map(link -> link.get("cause").asText())
                .toList();
    }
}
