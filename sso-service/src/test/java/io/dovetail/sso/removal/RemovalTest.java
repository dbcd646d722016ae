package io.dovetail.sso.removal;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.copies.Forgotten;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.TestEvents;
import io.dovetail.sso.Neighbours;
import io.dovetail.sso.Workplace;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Companies and users that are removed, suspended, or no longer entitled. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class RemovalTest {
    private static final String BROWSER = "browser-of-ada-0123456789-0123456789-0123456789";

    @Inject
    EntityManager database;

    @Inject
    Forgotten forgotten;

    @Test
    void noTableKeepsAnythingOfARemovedCompanyButItsId() {
        var place = Workplace.enabled("RESTART");
        var other = Workplace.enabled("RESTART");
        Neighbours.tellUser(place.companyId, place.administratorId, "ada@works.example", "ADMIN", "ACTIVE");
        place.comeIn();
        place.awaitState("ON");
        var start = place.login(BROWSER);
        place.post(place.response(start), start).then().statusCode(303);
        TestEvents.await("dovetail.sso", "connection-changed", place.companyId, "\"state\":\"ON\"");

        Neighbours.publish(
                "dovetail.users",
                "company-removed",
                place.companyId,
                place.companyId,
                Map.of("companyId", place.companyId));
        Eventually.until(
                "the company to be forgotten",
                () -> Neighbours.count("connection where company_id = ?", place.companyId) == 0);

        for (var table : tablesOfCompanies()) {
            assertEquals(0, Neighbours.count(table + " where company_id = ?", place.companyId), table);
        }
        place.asAdministrator().get("/api/sso/" + place.companyId).then().statusCode(404);
        assertEquals("ON_TRIAL", other.state());
    }

    @Test
    void whatComesLateBringsNothingBack() {
        var place = Workplace.known();
        Neighbours.publish(
                "dovetail.users",
                "company-removed",
                place.companyId,
                place.companyId,
                Map.of("companyId", place.companyId));
        Eventually.until(
                "the company to be forgotten",
                () -> place.asAdministrator().get("/api/sso/" + place.companyId).statusCode() == 404);

        Neighbours.tellLate(place.companyId, place.administratorId);

        for (var table : List.of("company_copy", "user_copy", "binding_copy")) {
            assertEquals(0, Neighbours.count(table + " where company_id = ?", place.companyId), table);
        }
    }

    /** The metadata may take their time: what the administrator saved arrives when the company is gone. */
    @Test
    void keepsNoDraftThatWasSavedWhileTheCompanyWasRemoved() {
        var place = Workplace.known();
        QuarkusTransaction.requiringNew().run(() -> forgotten.add(place.companyId));

        var saved = place.trySave("RESTART");

        saved.then().statusCode(404).body("type", equalTo("/problems/company-not-known-yet"));
        assertEquals(0, Neighbours.count("connection where company_id = ?", place.companyId));
        assertEquals(0, Neighbours.count("connection_version where company_id = ?", place.companyId));
    }

    @Test
    void keepsNoAddressAndNoIdentityOfAnErasedUser() {
        var place = Workplace.enabled("RESTART");
        var user = place.administratorId;
        Neighbours.tellUser(place.companyId, user, "ada@works.example", "ADMIN", "ACTIVE");
        place.comeIn();
        assertEquals(1, acceptedSignIns(place));
        var start = place.login(BROWSER);
        place.post(place.response(start), start).then().statusCode(303);

        erase(place);

        assertEquals(0, Neighbours.count("accepted_answer where company_id = ?", place.companyId));
        assertEquals(0, Neighbours.count("binding_copy where user_id = ?", user));
        assertEquals(0, acceptedSignIns(place));
        assertEquals(0, Neighbours.count("verification where started_by = ?", user));
        assertEquals(1, Neighbours.count("connection where company_id = ?", place.companyId));

        Neighbours.tellLate(place.companyId, user);
        assertEquals(0, Neighbours.count("user_copy where user_id = ?", user));
        assertEquals(0, Neighbours.count("binding_copy where user_id = ?", user));
    }

    private static long acceptedSignIns(Workplace place) {
        return Neighbours.count(
                "outbox where company_id = ? and type = 'dovetail.sign-in-accepted.v1'", place.companyId);
    }

    @Test
    void keepsOfAVerificationThatBroughtAnErasedUserBackNoMoreThanItsResult() {
        var place = Workplace.enabled("RESTART");
        Neighbours.tellUser(place.companyId, place.administratorId, "ada@works.example", "ADMIN", "ACTIVE");
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update verification set started_by = ? where company_id = ?")
                        .setParameter(1, UUID.randomUUID())
                        .setParameter(2, place.companyId)
                        .executeUpdate());

        assertEquals(1, Neighbours.count("verification where company_id = ? and email is not null", place.companyId));

        erase(place);

        var of = "verification where company_id = ? and status = 'PASSED'";
        assertEquals(
                1,
                Neighbours.count(of + " and saml_id is null and last_name is null and email is null", place.companyId));
        assertEquals(0, Neighbours.count(of + " and saml_id is not null", place.companyId));
    }

    @Test
    void aSuspendedCompanysPeopleDoNotComeIn() {
        var place = Workplace.enabled("ACCEPT");
        var requestId = place.login(BROWSER);
        var underway = Workplace.path(place.post(place.response(requestId), requestId));

        Neighbours.tellCompany(place.companyId, 2, "SUSPENDED", "ALLOWED");
        Eventually.until(
                "the suspension",
                () -> Neighbours.count("company_copy where company_id = ? and revision = 2", place.companyId) == 1);
        place.open(BROWSER, underway).then().statusCode(403);
        assertEquals("SINGLE_SIGN_ON_OFF", place.newestReason());
        place.open(BROWSER, "/auth/saml/" + place.companyId + "/login").then().statusCode(403);
        Neighbours.tellCompany(place.companyId, 3, "ACTIVE", "ALLOWED");
        Eventually.until(
                "its end",
                () -> Neighbours.count("company_copy where company_id = ? and revision = 3", place.companyId) == 1);

        place.complete(BROWSER, place.open(BROWSER, "/auth/saml/" + place.companyId + "/login"))
                .then()
                .statusCode(303);
        assertEquals("ON_TRIAL", place.state());
    }

    @Test
    void singleSignOnThatTheOperatorWithdrawsIsTurnedOff() {
        var place = Workplace.enabled("RESTART");
        place.comeIn();
        place.awaitState("ON");

        Neighbours.tellCompany(place.companyId, 2, "ACTIVE", "NOT_ALLOWED");

        TestEvents.await(
                "dovetail.sso", "connection-changed", place.companyId, "\"switchOver\":2,\"settledSwitchOver\":1");
        place.asAdministrator()
                .get("/api/sso/" + place.companyId)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/single-sign-on-not-allowed"));
    }

    private static void erase(Workplace place) {
        var user = place.administratorId;
        Neighbours.publish(
                "dovetail.users",
                "user-erased",
                user,
                place.companyId,
                Map.of("companyId", place.companyId, "userId", user));
        Eventually.until("the user to be forgotten", () -> Neighbours.count("user_copy where user_id = ?", user) == 0);
    }

    private List<String> tablesOfCompanies() {
        return QuarkusTransaction.requiringNew()
                .call(() -> database
                        .createNativeQuery(
                                "select table_name from information_schema.columns"
                                        + " where column_name = 'company_id' and table_schema = 'public'",
                                String.class)
                        .getResultList()
                        .stream()
                        .map(String.class::cast)
                        .toList());
    }
}
