package io.dovetail.users.registration;

import static io.dovetail.users.Scene.operator;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.users.Published;
import io.dovetail.users.Scene;
import io.dovetail.users.Together;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The operator registers companies; whatever does not fit changes nothing. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class RegistrationTest {
    @Inject
    Scene scene;

    @Inject
    Published published;

    @Test
    void registersACompanyWithItsPendingAdministratorAndMailsALink() {
        var domain = Scene.newDomain();

        var registered = scene.registered(domain, "Ada@" + domain.toUpperCase(Locale.ROOT));

        var company = published.last(registered.company(), "company-changed");
        assertEquals(domain, company.get("domains").get(0).asText());
        assertEquals("ALLOWED", company.get("singleSignOn").asText());
        var admin = published.last(registered.company(), "user-changed");
        assertEquals(registered.admin().toString(), admin.get("userId").asText());
        assertEquals("ada@" + domain, admin.get("email").asText());
        assertEquals("PENDING", admin.get("status").asText());
        assertEquals("ADMIN", admin.get("role").asText());
        assertFalse(admin.get("hasPassword").asBoolean());
        var link = published.last(registered.company(), "password-link-issued");
        assertEquals("FIRST_ADMINISTRATOR", link.get("cause").asText());
        assertEquals("Company of " + domain, link.get("companyName").asText());
    }

    @Test
    void mailsTheFirstAdministratorAgainAndReplacesTheLink() {
        var registered = scene.registered();
        var first = scene.newestToken(registered.company());

        var answer = operator().post("/api/companies/" + registered.company() + "/first-administrator");

        answer.then().statusCode(202).body("adminUserId", is(registered.admin().toString()));
        var second = scene.newestToken(registered.company());
        assertNotEquals(first, second);
        given().get("/api/password-resets/" + first)
                .then()
                .statusCode(410)
                .body("type", is("/problems/password-link-replaced"));
        given().get("/api/password-resets/" + second).then().statusCode(200);
    }

    @Test
    void mailsNobodyWhoHasAPasswordAlready() {
        var registered = scene.active();

        var answer = operator().post("/api/companies/" + registered.company() + "/first-administrator");

        answer.then().statusCode(409).body("type", is("/problems/administrator-already-active"));
        assertEquals(
                1,
                published.events(registered.company(), "password-link-issued").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"5f3c3d0e-8f0b-4a52-9d0e-0c2a7f1b5d11", "not-an-id"})
    void refusesToMailForAnUnknownCompany(String company) {
        var answer = operator().post("/api/companies/" + company + "/first-administrator");

        answer.then().statusCode(404).body("type", is("/problems/company-unknown"));
    }

    @Test
    void refusesADomainOfAnotherCompany() {
        var taken = scene.registered().domain();

        var answer = operator().body(Scene.wish(taken, "eve@" + taken)).post("/api/companies");

        answer.then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", is("/problems/domain-taken"))
                .body("domains", hasItem(taken));
        assertEquals("1", published.value("select count(*) from user_account where email like ?", "%@" + taken));
    }

    @Test
    void givesADomainToOneOfManyThatRegisterItAtTheSameMoment() {
        var domain = Scene.newDomain();

        var statuses = Together.times(
                8,
                i -> operator().body(Scene.wish(domain, "p" + i + "@" + domain)).post("/api/companies"));

        assertEquals(1, statuses.stream().filter(status -> status == 201).count(), statuses.toString());
        assertEquals(7, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
        assertEquals("1", published.value("select count(*) from user_account where email like ?", "%@" + domain));
    }

    @Test
    void registersWithoutTheOperatorKeyNever() {
        var wish = Scene.wish(Scene.newDomain(), "ada@example.com");

        given().contentType(ContentType.JSON)
                .body(wish)
                .post("/api/companies")
                .then()
                .statusCode(401)
                .body("type", is("/problems/operator-key-needed"));
        given().contentType(ContentType.JSON)
                .header("X-Operator-Key", "wrong")
                .body(wish)
                .post("/api/companies")
                .then()
                .statusCode(401);
    }
}
