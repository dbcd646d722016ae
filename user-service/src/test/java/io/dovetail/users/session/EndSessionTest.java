package io.dovetail.users.session;

import static io.dovetail.users.Scene.as;
import static io.dovetail.users.Scene.refresh;
import static io.dovetail.users.Scene.signIn;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.users.Published;
import io.dovetail.users.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Sessions are listed and ended by their own person. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class EndSessionTest {
    @Inject
    Scene scene;

    @Inject
    Published published;

    @Test
    void endsTheCurrentSession() {
        var registered = scene.active();
        var opened = signIn(registered.email(), Scene.PASSWORD);

        var answer = as(opened.path("accessToken")).delete("/api/sessions/current");

        answer.then().statusCode(204);
        me(opened).then().statusCode(401);
        as(opened.path("accessToken")).get("/api/sessions").then().statusCode(401);
        refresh(opened.path("refreshToken")).then().statusCode(401);
        Eventually.until(
                "the token's end",
                () -> as(opened.path("accessToken"))
                                .delete("/api/sessions/current")
                                .statusCode()
                        == 401);
        assertEquals(1, published.events(registered.company(), "sessions-ended").size());
    }

    @Test
    void theAccessTokenOfTheEndedSessionIsRefusedEverywhereAndNoOther() {
        var registered = scene.active();
        var ended = signIn(registered.email(), Scene.PASSWORD);
        var other = signIn(registered.email(), Scene.PASSWORD);
        var address = "/api/companies/" + registered.company();

        as(ended.path("accessToken")).delete("/api/sessions/current").then().statusCode(204);
        var later = signIn(registered.email(), Scene.PASSWORD);

        Eventually.until(
                "the token's end",
                () -> as(ended.path("accessToken")).get(address).statusCode() == 401);
        as(other.path("accessToken")).get(address).then().statusCode(200);
        as(later.path("accessToken")).get(address).then().statusCode(200);
    }

    @Test
    void listsTheLiveSessionsAndEndsOneOfThem() {
        var registered = scene.active();
        var first = signIn(registered.email(), Scene.PASSWORD);
        var second = signIn(registered.email(), Scene.PASSWORD);
        var listed = as(second.path("accessToken")).get("/api/sessions");
        listed.then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].current", is(true))
                .body("items[1].current", is(false));

        as(second.path("accessToken"))
                .delete("/api/sessions/" + listed.path("items[1].id"))
                .then()
                .statusCode(204);

        refresh(first.path("refreshToken")).then().statusCode(401);
        as(second.path("accessToken")).get("/api/sessions").then().body("items", hasSize(1));
    }

    @Test
    void endsNobodyElsesSession() {
        var registered = scene.active();
        var other = signIn(scene.active().email(), Scene.PASSWORD);
        String token = signIn(registered.email(), Scene.PASSWORD).path("accessToken");
        String others = as(other.path("accessToken")).get("/api/sessions").path("items[0].id");

        for (var id : new String[] {others, UUID.randomUUID().toString(), "not-an-id"}) {
            as(token)
                    .delete("/api/sessions/" + id)
                    .then()
                    .statusCode(404)
                    .body("type", is("/problems/session-unknown"));
        }

        refresh(other.path("refreshToken")).then().statusCode(200);
    }

    @Test
    void answersNobodyWithoutAToken() {
        for (var path : new String[] {"/api/me", "/api/sessions"}) {
            given().get(path).then().statusCode(401).contentType("application/problem+json");
            as("no.jwt.atall").get(path).then().statusCode(401).contentType("application/problem+json");
        }
    }

    @Test
    void refusesACursorThatItDidNotGive() {
        String token = signIn(scene.active().email(), Scene.PASSWORD).path("accessToken");

        for (var cursor : new String[] {"nonsense", UUID.randomUUID().toString()}) {
            as(token)
                    .get("/api/sessions?cursor=" + cursor)
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", is("cursor"));
        }
    }

    private static Response me(Response opened) {
        return as(opened.path("accessToken")).get("/api/me");
    }
}
