package io.dovetail.sso.recovery;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.identity.BrowserCookie;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.TestEvents;
import io.dovetail.kit.testing.TestTokens;
import io.dovetail.kit.ticket.Pair;
import io.dovetail.kit.ticket.Tickets;
import io.dovetail.sso.MovableClock;
import io.dovetail.sso.Neighbours;
import io.dovetail.sso.Workplace;
import io.dovetail.sso.recovery.UseRecoveryCode.RecoveryClaims;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Coming in by a recovery code: once, as an administrator, to the connection alone. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class RecoveryTest {
    private static final Pair TO_USER_SERVICE = new Pair("sso-service", "user-service");
    private static final String ADA = "ada@works.example";

    @Inject
    Tickets tickets;

    @Inject
    MovableClock clock;

    @Inject
    EntityManager database;

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void leadsFromACodeToATicketThatIsGoodOnce() {
        var place = enabled();
        var code = place.replaceCodes().get(0);

        var ticket = recover(place, ADA, code).statusCode(200).extract().<String>path("ticket");

        var claims = tickets.open(TO_USER_SERVICE, "recovery", RecoveryClaims.class, ticket)
                .claims();
        assertEquals(new RecoveryClaims(place.companyId, place.administratorId, null), claims);
        var told = TestEvents.await("dovetail.sso", "recovery-code-used", place.companyId, "\"codesLeft\":7");
        assertEquals(place.administratorId.toString(), TestEvents.header(told, "ce_authid"));
        assertWrong(recover(place, ADA, code));
    }

    @Test
    void takesACodeInAnyCaseAndWithoutItsHyphens() {
        var place = enabled();
        var code = place.replaceCodes().get(0);

        recover(place, ADA.toUpperCase(Locale.ROOT), code.replace("-", " ").toUpperCase(Locale.ROOT))
                .statusCode(200);
    }

    @Test
    void bindsTheTicketToTheBrowserThatTypedTheCode() {
        var place = enabled();
        var browser = UUID.randomUUID() + "-" + UUID.randomUUID();

        String ticket = given().cookie("dovetail-browser", browser)
                .contentType("application/json")
                .body(Map.of("email", ADA, "code", place.replaceCodes().get(0)))
                .post("/api/sso/" + place.companyId + "/recovery")
                .path("ticket");

        assertEquals(
                BrowserCookie.hash(browser),
                tickets.open(TO_USER_SERVICE, "recovery", RecoveryClaims.class, ticket)
                        .claims()
                        .browserHash());
    }

    @Test
    void enableShowsEightCodesAndNewOnesEndThem() {
        var place = enabled();

        var replaced = place.replaceCodes();

        assertEquals(8, place.recoveryCodes.size());
        assertEquals(8, Set.copyOf(replaced).size());
        assertWrong(recover(place, ADA, place.recoveryCodes.get(0)));
        recover(place, ADA, replaced.get(7)).statusCode(200);
    }

    @Test
    void ofManyTriesWithOneCodeAtOnceOneSucceeds() {
        var place = enabled();
        var code = place.replaceCodes().get(0);

        var successes = IntStream.range(0, 10)
                .parallel()
                .filter(time -> recover(place, ADA, code).extract().statusCode() == 200)
                .count();

        assertEquals(1, successes);
    }

    @Test
    void saysTheSameToWhoeverIsNoAdministratorAndUsesNothingUp() {
        var place = enabled();
        var other = enabled();
        Neighbours.tellUser(place.companyId, UUID.randomUUID(), "member@works.example", "MEMBER", "ACTIVE");
        Neighbours.tellUser(place.companyId, UUID.randomUUID(), "gone@works.example", "ADMIN", "DEACTIVATED");
        var code = place.replaceCodes().get(0);

        assertWrong(recover(place, "member@works.example", code));
        assertWrong(recover(place, "gone@works.example", code));
        assertWrong(recover(place, "nobody@works.example", code));
        assertWrong(recover(other, ADA, code));
        assertWrong(recover(place, ADA, "00000-00000-00000-00000"));

        recover(place, ADA, code).statusCode(200);
    }

    @Test
    void countsOnlyWhileSingleSignOnIsOn() {
        var place = enabled();
        var code = place.replaceCodes().get(0);
        place.asAdministrator()
                .post("/api/sso/" + place.companyId + "/disable")
                .then()
                .statusCode(200);

        assertWrong(recover(place, ADA, code));

        place.asAdministrator()
                .post("/api/sso/" + place.companyId + "/recovery-codes")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/not-enabled"));
    }

    @Test
    void looksAtNoFurtherTryAfterTenUntilAQuarterOfAnHourIsOver() {
        var place = enabled();
        var code = place.replaceCodes().get(0);
        IntStream.range(0, 10).forEach(time -> assertWrong(recover(place, ADA, "wrong" + time)));

        recover(place, ADA, code).statusCode(429).body("type", equalTo("/problems/too-many-tries"));
        clock.advance(Duration.ofMinutes(15));

        recover(place, ADA, code).statusCode(200);
    }

    @Test
    void aStrangerWhoFillsTheCompanysLimitKeepsNoRightCodeOut() {
        var place = enabled();
        var code = place.replaceCodes().get(0);
        IntStream.range(0, 200).forEach(time -> recover(place, "stranger" + time + "@works.example", "wrong"));

        recover(place, "stranger@works.example", "wrong")
                .statusCode(429)
                .header("Retry-After", equalTo("900"))
                .body("type", equalTo("/problems/too-many-tries"));
        assertEquals(200L, tries(place));

        recover(place, ADA, code).statusCode(200);
    }

    @Test
    void keepsNoCodeInClear() {
        var place = enabled();
        var stored = database.createNativeQuery(
                        "select code_hash from recovery_code where company_id = ?", String.class)
                .setParameter(1, place.companyId)
                .getResultList();

        assertEquals(8, stored.size());
        place.recoveryCodes.forEach(code -> assertTrue(stored.contains(new RecoveryCode(code).hash(place.companyId))));
        assertFalse(stored.stream().anyMatch(hash -> place.recoveryCodes.contains(hash)));
    }

    @Test
    void aRecoverySessionMendsTheConnectionAndNoOther() {
        var place = enabled();
        var other = enabled();
        var recovery = TestTokens.recovery(place.companyId, place.administratorId);

        post(recovery, other).then().statusCode(404);
        post(recovery, place).then().statusCode(200);

        assertEquals("ON_TRIAL", other.state());
        assertEquals("OFF", place.state());
    }

    private long tries(Workplace place) {
        return ((Number) database.createNativeQuery("select count(*) from recovery_try where company_id = ?")
                        .setParameter(1, place.companyId)
                        .getSingleResult())
                .longValue();
    }

    private static io.restassured.response.Response post(String token, Workplace place) {
        return given().header("Authorization", "Bearer " + token).post("/api/sso/" + place.companyId + "/disable");
    }

    private static Workplace enabled() {
        var place = Workplace.enabled("RESTART");
        Neighbours.tellUser(place.companyId, place.administratorId, ADA, "ADMIN", "ACTIVE");
        return place;
    }

    private static ValidatableResponse recover(Workplace place, String email, String code) {
        return given().contentType("application/json")
                .body(Map.of("email", email, "code", code))
                .post("/api/sso/" + place.companyId + "/recovery")
                .then();
    }

    private static void assertWrong(ValidatableResponse answer) {
        answer.statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/recovery-code-wrong"));
    }
}
