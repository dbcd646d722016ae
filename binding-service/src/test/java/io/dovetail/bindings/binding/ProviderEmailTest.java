package io.dovetail.bindings.binding;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.bindings.Scene;
import io.dovetail.bindings.Scene.Attempt;
import io.dovetail.kit.event.Actor;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.TestTokens;
import io.dovetail.kit.testing.Traces;
import io.dovetail.kit.ticket.Pair;
import io.dovetail.kit.ticket.Tickets;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Another address at the provider is shown and recorded, and hinders nobody. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class ProviderEmailTest {
    private static final Pair FROM_SSO = new Pair("sso-service", "binding-service");

    @Inject
    Scene scene;

    @Inject
    Tickets tickets;

    @Inject
    DataSource database;

    private final Attempt ada = Attempt.any();
    private final UUID company = ada.companyId();
    private final String other = "countess-" + ada.userId() + "@example.org";

    @Test
    void isAnsweredAndListedWhenItIsNotTheAccounts() {
        known();

        bindSaying(other).statusCode(200).body("providerEmail", is(other));

        bindSaying(other).statusCode(200).body("providerEmail", is(other));
        listed().body("items[0].status", is("BOUND")).body("items[0].providerEmail", is(other));
    }

    @Test
    void isReadFromTheEventToo() {
        known();

        scene.awaitTaken(acceptedSaying(other));

        listed().body("items[0].providerEmail", is(other));
    }

    @Test
    void isAbsentWhenItIsTheAccountsInOtherLetters() {
        known();

        bindSaying("Ada@Example.COM").statusCode(200).body("$", not(hasKey("providerEmail")));

        listed().body("items[0].status", is("BOUND")).body("items[0]", not(hasKey("providerEmail")));
    }

    @Test
    void isAbsentWhenTheProviderSaysNoneOrNoneThatCouldBe() {
        known();

        bindSaying(" ").statusCode(200).body("$", not(hasKey("providerEmail")));

        var bob = ada.byUser(UUID.randomUUID()).withSamlId("bob");
        Scene.present(ticketSaying(bob, "a".repeat(10_000) + "@example.org"))
                .then()
                .statusCode(200);
        Scene.present(ticketSaying(ada.byUser(UUID.randomUUID()).withSamlId("cleo"), null))
                .then()
                .statusCode(200);
        assertEquals(
                0,
                scene.count(
                        "select count(*) from binding where company_id = ? and provider_email is not null", company));
    }

    @Test
    void isComparedWithTheAccountThoughThatIsHeardOfLater() {
        bindSaying(other).statusCode(200).body("$", not(hasKey("providerEmail")));

        known();

        listed().body("items[0].providerEmail", is(other));
    }

    @Test
    void isForgottenWhenThePersonIsUnboundOrErased() {
        known();
        bindSaying(other).statusCode(200);
        assertEquals(List.of("binding"), Traces.of(other, database));

        asAdministrator()
                .delete("/api/bindings/" + company + "/" + ada.userId())
                .then()
                .statusCode(204);

        assertEquals(List.of(), Traces.of(other, database));
        Scene.present(ticketSaying(ada.byUser(ada.userId()), other)).then().statusCode(200);
        scene.awaitTaken(scene.publish(
                "dovetail.users",
                "user-erased",
                ada.userId().toString(),
                company,
                Actor.system(),
                Map.of("companyId", company, "userId", ada.userId())));
        assertEquals(List.of(), Traces.of(other, database));
    }

    private void known() {
        scene.awaitTaken(scene.userChanged(company, ada.userId(), 1, "ada@example.com", "ACTIVE"));
    }

    private ValidatableResponse bindSaying(String email) {
        return Scene.present(ticketSaying(ada, email)).then();
    }

    private String ticketSaying(Attempt attempt, @Nullable String email) {
        return tickets.seal(FROM_SSO, "bind", claims(attempt, email), Duration.ofSeconds(60));
    }

    private UUID acceptedSaying(String email) {
        var data = claims(ada, email);
        data.put("purpose", "BIND");
        var key = company + ":" + ada.samlId();
        return scene.publish("dovetail.sso", "sign-in-accepted", key, company, Actor.user(ada.userId()), data);
    }

    private static Map<String, @Nullable Object> claims(Attempt attempt, @Nullable String email) {
        var claims = new HashMap<String, @Nullable Object>(Map.of(
                "companyId", attempt.companyId(),
                "userId", attempt.userId(),
                "source", attempt.source(),
                "samlId", attempt.samlId(),
                "signInId", attempt.signInId()));
        claims.put("email", email);
        return claims;
    }

    private ValidatableResponse listed() {
        return asAdministrator().get("/api/bindings/" + company).then().statusCode(200);
    }

    private io.restassured.specification.RequestSpecification asAdministrator() {
        return given().auth().oauth2(TestTokens.admin(company, UUID.randomUUID()));
    }
}
