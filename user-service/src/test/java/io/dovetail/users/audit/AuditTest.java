package io.dovetail.users.audit;

import static io.dovetail.users.Scene.as;
import static io.dovetail.users.Scene.operator;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.TestTokens;
import io.dovetail.users.MovableClock;
import io.dovetail.users.Published;
import io.dovetail.users.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Administrators see who did what, when and from where. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class AuditTest {
    @Inject
    Scene scene;

    @Inject
    Published published;

    @Inject
    MovableClock clock;

    @Inject
    ForgetActs forgetActs;

    private Scene.Registered registered;
    private UUID company;

    @BeforeEach
    void aCompany() {
        registered = scene.active();
        company = registered.company();
    }

    @AfterEach
    void presentAgain() {
        clock.reset();
    }

    @Test
    void listsTheActsOfAdministratorsTheNewestFirst() {
        var member = invite("grace@" + registered.domain());
        var path = "/api/users/" + company + "/" + member;
        admin().post("/api/users/" + company + "/invitations/" + member + "/resend");
        admin().body(Map.of("role", "ADMIN", "email", "hopper@" + registered.domain()))
                .patch(path);
        admin().post(path + "/deactivate");
        admin().post(path + "/reactivate");
        admin().delete(path);

        var answer = listed();

        answer.then()
                .statusCode(200)
                .body(
                        "items.act",
                        contains(
                                "USER_REMOVED",
                                "USER_REACTIVATED",
                                "USER_DEACTIVATED",
                                "ADDRESS_CHANGED",
                                "ROLE_CHANGED",
                                "INVITATION_RESENT",
                                "PEOPLE_INVITED",
                                "COMPANY_REGISTERED"))
                .body("items[0].about", is(member.toString()))
                .body("items[0].actor.type", is("USER"))
                .body("items[0].actor.userId", is(registered.admin().toString()))
                .body("items[0].actor.email", is(registered.email()))
                .body("items[0].from", is("127.0.0.1"))
                .body("items[6].about", is("1"))
                .body("next", nullValue());
    }

    @Test
    void tellsFromWhereAsTheTrustedProxySaysIt() {
        admin().header("X-Forwarded-For", "203.0.113.7")
                .body(Map.of("emails", List.of("grace@" + registered.domain()), "role", "MEMBER"))
                .post("/api/users/" + company + "/invitations");

        listed().then().body("items[0].from", is("203.0.113.7"));
    }

    @Test
    void listsTheActsOfOperators() {
        operator().body(Map.of("name", "Another")).patch("/api/companies/" + company);
        operator().post("/api/companies/" + company + "/suspend");
        operator().post("/api/companies/" + company + "/resume");
        var pending = scene.registered();
        operator().post("/api/companies/" + pending.company() + "/first-administrator");

        listed().then()
                .body(
                        "items.act",
                        contains("COMPANY_RESUMED", "COMPANY_SUSPENDED", "COMPANY_CHANGED", "COMPANY_REGISTERED"))
                .body("items[0].actor.type", is("OPERATOR"))
                .body("items[0].actor.userId", nullValue())
                .body("items[0].about", nullValue())
                .body("items[0].from", is("127.0.0.1"));
        as(TestTokens.admin(pending.company(), pending.admin()))
                .get("/api/audit/" + pending.company())
                .then()
                .body("items.act", contains("FIRST_ADMINISTRATOR_MAILED", "COMPANY_REGISTERED"))
                .body("items[0].about", is(pending.admin().toString()));
    }

    @Test
    void leavesOutWhatWasRefusedOrChangedNothing() {
        admin().body(Map.of("role", "MEMBER"))
                .patch("/api/users/" + company + "/" + registered.admin())
                .then()
                .statusCode(409);
        admin().body(Map.of("role", "ADMIN"))
                .patch("/api/users/" + company + "/" + registered.admin())
                .then()
                .statusCode(204);
        admin().body(Map.of("emails", List.of("nobody", registered.email()), "role", "MEMBER"))
                .post("/api/users/" + company + "/invitations")
                .then()
                .statusCode(200);
        operator().body(Map.of()).patch("/api/companies/" + company).then().statusCode(200);
        operator().post("/api/companies/" + company + "/resume").then().statusCode(204);

        listed().then().body("items.act", contains("COMPANY_REGISTERED"));
    }

    @Test
    void knowsNoAddressOfAnErasedAdministrator() {
        var grace = invite("grace@" + registered.domain());
        as(TestTokens.admin(company, grace))
                .body(Map.of("emails", List.of("late@" + registered.domain()), "role", "MEMBER"))
                .post("/api/users/" + company + "/invitations");
        listed().then().body("items[0].actor.email", is("grace@" + registered.domain()));

        admin().delete("/api/users/" + company + "/" + grace).then().statusCode(204);

        listed().then()
                .body("items[1].act", is("PEOPLE_INVITED"))
                .body("items[1].actor.userId", is(grace.toString()))
                .body("items[1].actor.email", nullValue());
    }

    @Test
    void listsEveryActOnceOverAllPages() {
        for (var i = 0; i < 60; i++) {
            operator().body(Map.of("name", "Name " + i)).patch("/api/companies/" + company);
        }

        var first = listed();
        var second = admin().get("/api/audit/" + company + "?cursor=" + first.path("next"));

        var found = new ArrayList<String>(first.<List<String>>path("items.id"));
        assertEquals(50, found.size());
        found.addAll(second.<List<String>>path("items.id"));
        assertEquals(61, found.stream().distinct().count());
        second.then().body("next", nullValue()).body("items[10].act", is("COMPANY_REGISTERED"));
    }

    @Test
    void isForTheCompanysAdministratorsAlone() {
        var other = scene.active();
        String othersLine = as(TestTokens.admin(other.company(), other.admin()))
                .get("/api/audit/" + other.company())
                .path("items[0].id");

        as(TestTokens.member(company, UUID.randomUUID()))
                .get("/api/audit/" + company)
                .then()
                .statusCode(403);
        as(TestTokens.recovery(company, registered.admin()))
                .get("/api/audit/" + company)
                .then()
                .statusCode(403);
        admin().get("/api/audit/" + other.company()).then().statusCode(404);
        admin().get("/api/audit/not-an-id").then().statusCode(404);
        for (var cursor : List.of(othersLine, "nonsense")) {
            admin().get("/api/audit/" + company + "?cursor=" + cursor)
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", is("cursor"));
        }
    }

    @Test
    void forgetsActsAfterFourHundredDays() {
        clock.advance(Duration.ofDays(399));
        forgetActs.handle();
        assertNotEquals("0", lines());

        clock.advance(Duration.ofDays(2));
        forgetActs.handle();

        assertEquals("0", lines());
    }

    private String lines() {
        return published.value("select count(*) from audit_entry where company_id = ?", company);
    }

    private Response listed() {
        return admin().get("/api/audit/" + company);
    }

    private UUID invite(String email) {
        String id = admin().body(Map.of("emails", List.of(email), "role", "MEMBER"))
                .post("/api/users/" + company + "/invitations")
                .path("results[0].userId");
        return UUID.fromString(id);
    }

    private RequestSpecification admin() {
        return as(TestTokens.admin(company, registered.admin()));
    }
}
