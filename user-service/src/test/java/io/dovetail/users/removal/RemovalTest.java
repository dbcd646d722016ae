package io.dovetail.users.removal;

import static io.dovetail.users.Scene.as;
import static io.dovetail.users.Scene.operator;
import static io.dovetail.users.Scene.refresh;
import static io.dovetail.users.Scene.signIn;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.EventContracts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.TestEvents;
import io.dovetail.kit.testing.TestTokens;
import io.dovetail.users.Published;
import io.dovetail.users.Scene;
import io.dovetail.users.Traces;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A removed company is gone at once, and a removed company or person leaves no more than ids behind. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class RemovalTest {
    @Inject
    Scene scene;

    @Inject
    Published published;

    @Inject
    Traces traces;

    @Inject
    LateEvents late;

    private Scene.Registered registered;
    private UUID company;

    @BeforeEach
    void aCompanyWithAHistory() {
        registered = scene.active();
        company = registered.company();
        var source = UUID.randomUUID();
        scene.binding(company, registered.admin(), source, "saml-" + registered.domain());
        scene.connection(company, 3, "OFF", source);
        signIn(registered.email(), Scene.PASSWORD).then().statusCode(201);
        askAtDeadLinks(registered.admin());
    }

    @Test
    void leavesNothingOfACompanyButItsIdAndWhatToldTheOthers() {
        invite(IntStream.range(0, 150)
                .mapToObj(i -> "p" + i + "@" + registered.domain())
                .toList());

        remove(company).then().statusCode(204);

        erased(company);
        assertEquals(List.of(), traces.of(registered.domain()));
        var ofTheAdministrator = traces.of(registered.admin().toString());
        assertTrue(
                ofTheAdministrator.stream().allMatch(row -> row.startsWith("ended_tokens ")),
                ofTheAdministrator.toString());
        var left = traces.of(company.toString());
        assertTrue(
                left.stream()
                        .allMatch(row -> row.startsWith("forgotten ")
                                || row.startsWith("ended_tokens ")
                                || row.contains("dovetail.company-removed.v1")
                                || row.contains("dovetail.sessions-ended.v1")),
                left.toString());
        EventContracts.assertKept("company-removed", published.last(company, "company-removed"));
        TestEvents.await("dovetail.users", "company-removed", company, company.toString());
    }

    @Test
    void isGoneForEverybodyAtOnce() {
        var opened = signIn(registered.email(), Scene.PASSWORD);

        remove(company).then().statusCode(204);

        signIn(registered.email(), Scene.PASSWORD).then().statusCode(401);
        refresh(opened.path("refreshToken")).then().statusCode(401);
        as(opened.path("accessToken")).get("/api/me").then().statusCode(401);
        Eventually.until(
                "the token's end",
                () -> as(opened.path("accessToken"))
                                .get("/api/companies/" + company)
                                .statusCode()
                        == 401);
        remove(company).then().statusCode(404).body("type", is("/problems/company-unknown"));
        operator()
                .body(Map.of("name", "x"))
                .patch("/api/companies/" + company)
                .then()
                .statusCode(404);
        assertFalse(listed().contains(company.toString()));
    }

    @Test
    void itsDomainsAndAddressesAreFreeForAnother() {
        remove(company).then().statusCode(204);

        var again = scene.registered(registered.domain(), registered.email());

        erased(company);
        assertEquals(
                registered.email(),
                published.last(again.company(), "user-changed").get("email").asText());
        assertFalse(traces.of(registered.email()).isEmpty());
    }

    @Test
    void aLateEventBringsNothingBack() {
        remove(company).then().statusCode(204);
        erased(company);

        late.connectionChanged(company);
        late.bindingChanged(company, registered.admin(), "late-" + registered.domain());
        scene.linkAsked(company, registered.admin(), 1, Instant.now());

        assertEquals(List.of(), traces.of(registered.domain()));
        assertEquals("0", published.value("select count(*) from connection_copy where company_id = ?", company));
        assertEquals("0", published.value("select count(*) from switch_over where company_id = ?", company));
    }

    @Test
    void anErasedPersonLeavesNoMoreThanAnId() {
        var email = "grace@" + registered.domain();
        var grace = invite(List.of(email)).get(0);
        accept(scene.token(published.last(company, "invitation-issued")), "Grace" + registered.domain());
        scene.binding(company, grace, UUID.randomUUID(), "saml-of-grace@" + registered.domain());
        signIn(email, Scene.PASSWORD).then().statusCode(201);
        as(TestTokens.admin(company, registered.admin()))
                .body(Map.of("role", "ADMIN"))
                .patch("/api/users/" + company + "/" + grace)
                .then()
                .statusCode(204);
        inviteAs(grace, List.of("late@" + registered.domain()));
        askAtDeadLinks(grace);
        Eventually.until(
                "all is published",
                () -> published
                        .value("select count(*) from outbox where company_id = ? and sent_at is null", company)
                        .equals("0"));

        as(TestTokens.admin(company, registered.admin()))
                .delete("/api/users/" + company + "/" + grace)
                .then()
                .statusCode(204);

        late.bindingChanged(company, grace, "late-of-grace@" + registered.domain());
        scene.linkAsked(company, grace, 9, Instant.now());
        assertEquals(List.of(), ofTable("waiting_request", grace));
        assertEquals(List.of(), ofTable("passed_on", grace));
        assertEquals(List.of(), traces.of("grace@" + registered.domain()));
        assertEquals(List.of(), traces.of("Grace" + registered.domain()));
        assertFalse(traces.of("late@" + registered.domain()).isEmpty());
    }

    @Test
    void isTheOperatorsAloneAndOfKnownCompanies() {
        as(TestTokens.admin(company, registered.admin()))
                .delete("/api/companies/" + company)
                .then()
                .statusCode(401);
        remove(UUID.randomUUID()).then().statusCode(404);
        operator().delete("/api/companies/not-an-id").then().statusCode(404);

        signIn(registered.email(), Scene.PASSWORD).then().statusCode(201);
    }

    /** One wish waits here, another was passed on. */
    private void askAtDeadLinks(UUID user) {
        scene.linkAsked(company, user, 9, Instant.now());
        published.value("insert into passed_on values (?, now()) returning user_id", user);
        assertEquals(1, ofTable("waiting_request", user).size());
        assertEquals(1, ofTable("passed_on", user).size());
    }

    private List<String> ofTable(String table, UUID user) {
        return traces.of(user.toString()).stream()
                .filter(row -> row.startsWith(table + " "))
                .toList();
    }

    private static Response remove(UUID company) {
        return operator().delete("/api/companies/" + company);
    }

    private void erased(UUID company) {
        Eventually.until(
                "the company is erased",
                () -> published
                        .value("select count(*) from company where id = ?", company)
                        .equals("0"));
    }

    private List<UUID> invite(List<String> emails) {
        return inviteAs(registered.admin(), emails);
    }

    private List<UUID> inviteAs(UUID admin, List<String> emails) {
        List<String> ids = as(TestTokens.admin(company, admin))
                .body(Map.of("emails", emails, "role", "MEMBER"))
                .post("/api/users/" + company + "/invitations")
                .path("results.userId");
        return ids.stream().map(UUID::fromString).toList();
    }

    private static void accept(String token, String firstName) {
        given().contentType(ContentType.JSON)
                .body(Map.of("firstName", firstName, "lastName", "Hopper", "password", Scene.PASSWORD))
                .post("/api/invitations/" + token + "/accept")
                .then()
                .statusCode(204);
    }

    private static List<String> listed() {
        var found = new ArrayList<String>();
        String next = null;
        do {
            var page = operator().get("/api/companies" + (next == null ? "" : "?cursor=" + next));
            found.addAll(page.<List<String>>path("items.companyId"));
            next = page.path("next");
        } while (next != null);
        return found;
    }
}
