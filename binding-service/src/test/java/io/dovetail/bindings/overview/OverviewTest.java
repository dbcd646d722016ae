package io.dovetail.bindings.overview;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.dovetail.bindings.Scene;
import io.dovetail.bindings.Scene.Attempt;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What administrators see: who is bound, who is pending, who was refused and why. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class OverviewTest {

    @Inject
    Scene scene;

    @Test
    void listsBoundPendingAndRefusedUsersByAddress() {
        var ada = Attempt.any();
        var company = ada.companyId();
        var bob = ada.byUser(UUID.randomUUID());
        var cleo = UUID.randomUUID();
        scene.awaitTaken(
                scene.userChanged(company, ada.userId(), 1, "ada@example.com", "ACTIVE"),
                scene.userChanged(company, bob.userId(), 1, "bob@example.com", "ACTIVE"),
                scene.userChanged(company, cleo, 1, "cleo@example.com", "PENDING"));
        Scene.present(scene.ticket(ada)).then().statusCode(200);
        Scene.present(scene.ticket(bob)).then().statusCode(409);

        var answer = get(company, "");

        answer.then()
                .statusCode(200)
                .body("items.email", is(List.of("ada@example.com", "bob@example.com", "cleo@example.com")))
                .body("items.status", is(List.of("BOUND", "FAILED", "PENDING")))
                .body("items[0].samlId", is("ada"))
                .body("items[0].userId", is(ada.userId().toString()))
                .body("items[1].reason", is("IDENTITY_TAKEN"))
                .body("items[2].reason", is(nullValue()))
                .body("next", is(nullValue()));
        get(company, "?status=FAILED").then().body("items.email", is(List.of("bob@example.com")));
    }

    @Test
    void countsHowFarTheCompanyIs() {
        var ada = Attempt.any();
        var company = ada.companyId();
        scene.awaitTaken(
                scene.userChanged(company, ada.userId(), 1, "ada@example.com", "ACTIVE"),
                scene.userChanged(company, UUID.randomUUID(), 1, "bob@example.com", "ACTIVE"),
                scene.userChanged(company, UUID.randomUUID(), 1, "cleo@example.com", "DEACTIVATED"));
        Scene.present(scene.ticket(ada)).then().statusCode(200);

        var answer = get(company, "/summary");

        answer.then()
                .statusCode(200)
                .body("bound", is(1))
                .body("pending", is(1))
                .body("failed", is(0))
                .body("total", is(2));
    }

    @Test
    void countsOnlyIdentitiesOfTheConnectionsPresentSource() {
        var ada = Attempt.any();
        var company = ada.companyId();
        scene.awaitTaken(
                scene.userChanged(company, ada.userId(), 1, "ada@example.com", "ACTIVE"),
                scene.connectionChanged(company, 1, "ON", ada.source()));
        Scene.present(scene.ticket(ada)).then().statusCode(200);
        get(company, "/summary").then().body("bound", is(1));

        scene.awaitTaken(scene.connectionChanged(company, 2, "ON", UUID.randomUUID()));

        get(company, "/summary").then().body("bound", is(0)).body("pending", is(1));
    }

    @Test
    void listsNobodyButTheAskedFor() {
        var company = UUID.randomUUID();
        var ada = UUID.randomUUID();
        var cleo = UUID.randomUUID();
        var stranger = UUID.randomUUID();
        scene.awaitTaken(
                scene.userChanged(company, ada, 1, "ada@example.com", "ACTIVE"),
                scene.userChanged(company, UUID.randomUUID(), 1, "bob@example.com", "ACTIVE"),
                scene.userChanged(company, cleo, 1, "cleo@example.com", "ACTIVE"),
                scene.userChanged(UUID.randomUUID(), stranger, 1, "eve@example.com", "ACTIVE"));

        var answer = get(company, "?user=" + cleo + "&user=" + ada + "&user=" + stranger);

        answer.then()
                .statusCode(200)
                .body("items.email", is(List.of("ada@example.com", "cleo@example.com")))
                .body("next", is(nullValue()));
        get(company, "?status=EXPIRED&user=" + ada).then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void pagesThroughEveryoneExactlyOnce() {
        var company = UUID.randomUUID();
        for (var i = 0; i < 120; i++) {
            scene.execute(
                    "insert into user_copy values (?, ?, 1, ?, 'Ada', 'Lovelace', 'MEMBER', 'ACTIVE')",
                    UUID.randomUUID(),
                    company,
                    "person%03d@example.com".formatted(i / 2));
        }

        var pages = new ArrayList<List<String>>();
        @Nullable String cursor = null;
        do {
            var page = get(company, cursor == null ? "" : "?cursor=" + cursor);
            pages.add(page.path("items.userId"));
            cursor = page.path("next");
        } while (cursor != null);

        assertEquals(List.of(50, 50, 20), pages.stream().map(List::size).toList());
        assertEquals(120, pages.stream().flatMap(List::stream).distinct().count());
    }

    @Test
    void showsNothingOfAnotherCompany() {
        var ada = Attempt.any();
        scene.awaitTaken(scene.userChanged(ada.companyId(), ada.userId(), 1, "ada@example.com", "ACTIVE"));
        var token = TestTokens.admin(UUID.randomUUID(), UUID.randomUUID());

        var answer = given().auth().oauth2(token).get("/api/bindings/" + ada.companyId());

        answer.then().statusCode(404).contentType("application/problem+json").body("type", is("/problems/not-found"));
        assertFalse(answer.asString().contains("ada@example.com"));
    }

    @Test
    void takesNoUserOfAnotherCompanyForACursor() {
        var stranger = UUID.randomUUID();
        scene.awaitTaken(scene.userChanged(UUID.randomUUID(), stranger, 1, "ada@example.com", "ACTIVE"));

        get(UUID.randomUUID(), "?cursor=" + stranger)
                .then()
                .statusCode(400)
                .body("type", is("/problems/invalid-input"))
                .body("errors[0].field", is("cursor"));
    }

    @Test
    void refusesAnyoneButAnAdministrator() {
        var company = UUID.randomUUID();
        var member = TestTokens.member(company, UUID.randomUUID());

        given().get("/api/bindings/" + company).then().statusCode(401).body("status", is(401));
        given().auth()
                .oauth2(member)
                .get("/api/bindings/" + company)
                .then()
                .statusCode(403)
                .body("type", is("/problems/forbidden"));
        given().auth()
                .oauth2("not a token")
                .get("/api/bindings/" + company + "/summary")
                .then()
                .statusCode(401);
    }

    @Test
    void answersAWrongStatusOrCursorWithAProblem() {
        var company = UUID.randomUUID();

        get(company, "?status=bound").then().statusCode(400).body("errors", hasSize(1));
        get(company, "?cursor=first").then().statusCode(400).body("errors[0].field", equalTo("cursor"));
        get(company, "?user=ada").then().statusCode(400).body("errors[0].field", equalTo("user"));
        get(company, "?" + ("user=" + UUID.randomUUID() + "&").repeat(50))
                .then()
                .statusCode(200);
        get(company, "?" + ("user=" + UUID.randomUUID() + "&").repeat(51))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("user"));
        get(company, "/summaries").then().statusCode(404).contentType("application/problem+json");
    }

    private static Response get(UUID company, String rest) {
        return given().auth()
                .oauth2(TestTokens.admin(company, UUID.randomUUID()))
                .get("/api/bindings/" + company + rest);
    }
}
