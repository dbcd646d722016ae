package io.dovetail.sso.verification;

import static org.hamcrest.Matchers.equalTo;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.sso.Workplace;
import io.dovetail.sso.saml.response.Reason;
import io.dovetail.sso.saml.response.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two answers to one verification at the same moment. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class VerificationsTest {
    private static final Person ADA = new Person("ada", "Ada", "Lovelace", null);
    private static final Person EVE = new Person("eve", "Eve", "Lovelace", null);

    @Inject
    Verifications verifications;

    @Test
    void whatHasPassedIsNotFailedByARefusalThatBeganBefore() {
        var place = Workplace.known();
        var id = started(place);

        QuarkusTransaction.requiringNew().run(() -> {
            verifications.findVersion(place.companyId, id);
            QuarkusTransaction.requiringNew().run(() -> pass(place, id, ADA));
            verifications.fail(
                    place.companyId, id, new Refusal(Reason.AUDIENCE_WRONG, "us", "another", Optional.empty()));
        });

        assertPassed(place, id, "ada");
    }

    @Test
    void whoHasPassedIsNotReplacedByOneWhoBeganBefore() {
        var place = Workplace.known();
        var id = started(place);

        QuarkusTransaction.requiringNew().run(() -> {
            verifications.findVersion(place.companyId, id);
            QuarkusTransaction.requiringNew().run(() -> pass(place, id, ADA));
            pass(place, id, EVE);
        });

        assertPassed(place, id, "ada");
    }

    private void pass(Workplace place, UUID id, Person person) {
        verifications.pass(place.companyId, id, person, "", UUID.randomUUID());
    }

    private static UUID started(Workplace place) {
        place.save("RESTART");
        return UUID.fromString(place.asAdministrator()
                .post("/api/sso/" + place.companyId + "/verifications")
                .path("id"));
    }

    private static void assertPassed(Workplace place, UUID id, String samlId) {
        place.asAdministrator()
                .get("/api/sso/" + place.companyId + "/verifications/" + id)
                .then()
                .body("status", equalTo("PASSED"))
                .body("identity.samlId", equalTo(samlId));
    }
}
