package io.dovetail.users.company;

import static io.dovetail.users.Scene.as;
import static io.dovetail.users.Scene.operator;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.TestTokens;
import io.dovetail.users.Published;
import io.dovetail.users.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Companies are changed by operators and seen by their own people. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class CompanyTest {
    @Inject
    Scene scene;

    @Inject
    Published published;

    @Test
    void showsACompanyToItsPeopleWithTheStateOfItsSingleSignOn() {
        var registered = scene.registered();
        var token = TestTokens.member(registered.company(), UUID.randomUUID());
        as(token)
                .get("/api/companies/" + registered.company())
                .then()
                .statusCode(200)
                .body("name", is("Company of " + registered.domain()))
                .body("singleSignOn", is("ALLOWED"))
                .body("singleSignOnState", is("OFF"));

        scene.connection(registered.company(), 2, "ON_TRIAL", UUID.randomUUID());

        as(token).get("/api/companies/" + registered.company()).then().body("singleSignOnState", is("ON_TRIAL"));
    }

    @Test
    void showsACompanyToNobodyElse() {
        var registered = scene.registered();
        var stranger = TestTokens.admin(UUID.randomUUID(), UUID.randomUUID());

        as(stranger).get("/api/companies/" + registered.company()).then().statusCode(404);
        as(stranger).get("/api/companies/not-an-id").then().statusCode(404);
        given().get("/api/companies/" + registered.company()).then().statusCode(401);
    }

    @Test
    void changesWhatTheOperatorNamesAndNothingElse() {
        var registered = scene.registered();
        var domain = Scene.newDomain();

        var answer = change(registered.company(), Map.of("domains", List.of(registered.domain(), domain)));

        answer.then().statusCode(200).body("name", is("Company of " + registered.domain()));
        change(registered.company(), Map.of("name", "  New Name ", "singleSignOn", "NOT_ALLOWED"))
                .then()
                .statusCode(200)
                .body("name", is("New Name"))
                .body("domains", hasItem(domain));
        var event = published.last(registered.company(), "company-changed");
        assertEquals(3, event.get("revision").asLong());
        assertEquals("New Name", event.get("name").asText());
        assertEquals("NOT_ALLOWED", event.get("singleSignOn").asText());
        assertEquals(2, event.get("domains").size());
    }

    @Test
    void publishesNothingWhenNothingChanges() {
        var registered = scene.registered();

        change(registered.company(), Map.of("name", "Company of " + registered.domain()))
                .then()
                .statusCode(200);
        change(registered.company(), Map.of()).then().statusCode(200);

        assertEquals(
                1, published.events(registered.company(), "company-changed").size());
    }

    @Test
    void freesADomainForAnotherCompany() {
        var first = scene.registered();
        var second = scene.registered();
        var both = List.of(second.domain(), first.domain());
        change(second.company(), Map.of("domains", both))
                .then()
                .statusCode(409)
                .body("type", is("/problems/domain-taken"))
                .body("domains", contains(first.domain()));

        change(first.company(), Map.of("domains", List.of())).then().statusCode(200);

        change(second.company(), Map.of("domains", both)).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\": \"\"}", "{\"domains\": [\"x\"]}", "{\"domains\": [null]}", "{\"name\"", "null"})
    void refusesChangesThatDoNotFit(String body) {
        var registered = scene.registered();

        var answer = operator().body(body).patch("/api/companies/" + registered.company());

        answer.then().statusCode(400).contentType("application/problem+json");
        assertEquals(
                1, published.events(registered.company(), "company-changed").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"5f3c3d0e-8f0b-4a52-9d0e-0c2a7f1b5d11", "not-an-id"})
    void changesNoUnknownCompany(String company) {
        var answer = operator().body(Map.of("name", "x")).patch("/api/companies/" + company);

        answer.then().statusCode(404).body("type", is("/problems/company-unknown"));
    }

    @Test
    void listsEveryCompanyOnceOverAllPages() {
        var registered = new ArrayList<String>();
        for (var i = 0; i < 52; i++) {
            registered.add(scene.registered().company().toString());
        }

        var found = new ArrayList<String>();
        var pages = 0;
        String next = null;
        do {
            var page = operator().get("/api/companies" + (next == null ? "" : "?cursor=" + next));
            page.then().statusCode(200);
            found.addAll(page.<List<String>>path("items.companyId"));
            next = page.path("next");
            pages++;
        } while (next != null);

        assertTrue(pages > 1);
        assertTrue(found.containsAll(registered));
        assertEquals(found.size(), found.stream().distinct().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "5f3c3d0e-8f0b-4a52-9d0e-0c2a7f1b5d11"})
    void refusesACursorThatItDidNotGive(String cursor) {
        operator().get("/api/companies?cursor=" + cursor).then().statusCode(400).body("errors[0].field", is("cursor"));
    }

    @Test
    void isTheOperatorsAlone() {
        var registered = scene.registered();
        var admin = TestTokens.admin(registered.company(), registered.admin());

        as(admin).get("/api/companies").then().statusCode(401);
        as(admin)
                .body(Map.of("name", "Mine"))
                .patch("/api/companies/" + registered.company())
                .then()
                .statusCode(401);
    }

    private static Response change(UUID company, Map<String, ?> wish) {
        return operator().body(wish).patch("/api/companies/" + company);
    }
}
