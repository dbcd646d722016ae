package io.dovetail.sso.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.EventContracts;
import io.dovetail.kit.testing.TestEvents;
import io.dovetail.sso.Published;
import io.dovetail.sso.Workplace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever an administrator does is told for the audit log: what, to what, by whom and from where. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class ActsTest {
    private static final String ADDRESS = "203.0.113.7";

    @Inject
    Published published;

    @Test
    void tellsOfEveryActOnce() {
        var place = Workplace.known();
        place.save("RESTART");
        place.link(Workplace.VERIFYING_BROWSER, place.verify()).then().statusCode(200);
        place.bind();
        call(place, "enable", 200);
        place.replaceCodes();
        place.save("REFUSE");
        place.verify();
        call(place, "apply", 204);
        call(place, "versions/1/restore", 200);
        call(place, "disable", 200);

        assertEquals(
                List.of(
                        "DRAFT_SAVED 1",
                        "VERIFICATION_STARTED 1",
                        "ACCOUNT_LINKED " + place.administratorId,
                        "SINGLE_SIGN_ON_ENABLED 1",
                        "RECOVERY_CODES_REPLACED",
                        "DRAFT_SAVED 2",
                        "VERIFICATION_STARTED 2",
                        "DRAFT_APPLIED 2",
                        "VERSION_RESTORED 1",
                        "SINGLE_SIGN_ON_DISABLED 2"),
                acts(place));
    }

    @Test
    void tellsNothingOfWhatWasRefusedOrChangedNothing() {
        var place = Workplace.known();

        call(place, "enable", 409);
        call(place, "apply", 409);
        call(place, "recovery-codes", 409);
        call(place, "verifications", 409);
        call(place, "versions/1/restore", 404);
        place.asAdministrator()
                .body("{}")
                .put("/api/sso/" + place.companyId)
                .then()
                .statusCode(400);

        assertEquals(List.of(), acts(place));
    }

    @Test
    void tellsByWhomAndFromWhere() {
        var place = Workplace.enabled("RESTART");

        call(place, "disable", 200);
        call(place, "disable", 200);

        var told = TestEvents.await(
                "dovetail.sso", "administrator-acted", place.companyId, Act.SINGLE_SIGN_ON_DISABLED.name());
        assertEquals(place.companyId.toString(), told.key());
        assertEquals(place.administratorId.toString(), TestEvents.header(told, "ce_authid"));
        assertEquals("{\"address\":\"" + ADDRESS + "\"}", TestEvents.header(told, "ce_authclaims"));
        var data = published.last(place.companyId, "administrator-acted");
        EventContracts.assertKept("administrator-acted", data);
        assertEquals(place.administratorId.toString(), data.get("userId").asText());
        assertEquals(
                1,
                acts(place).stream()
                        .filter(act -> act.startsWith("SINGLE_SIGN_ON_DISABLED"))
                        .count());
    }

    private static void call(Workplace place, String path, int status) {
        place.asAdministrator()
                .header("X-Forwarded-For", ADDRESS)
                .post("/api/sso/" + place.companyId + "/" + path)
                .then()
                .statusCode(status);
    }

    private List<String> acts(Workplace place) {
        return published.events(place.companyId, "administrator-acted").stream()
                .map(act -> (act.get("act").asText() + " " + act.path("about").asText()).strip())
                .toList();
    }
}
