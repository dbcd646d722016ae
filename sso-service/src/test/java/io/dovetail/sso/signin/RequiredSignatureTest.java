package io.dovetail.sso.signin;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.sso.Workplace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A connection's own word on what must be signed, from the draft to the sign-in (security.md B2). */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class RequiredSignatureTest {
    private static final String BROWSER = "browser-of-ada-0123456789-0123456789-0123456789";

    /** @param signed what is not enough; @param twin what is */
    @ParameterizedTest
    @CsvSource({
        "RESPONSE, ASSERTION, RESPONSE",
        "ASSERTION, RESPONSE, ASSERTION",
        "BOTH, ASSERTION, BOTH",
        "BOTH, RESPONSE, BOTH"
    })
    void isSavedWithTheDraftAndObeyed(String required, SignedParts signed, SignedParts twin) {
        var place = Workplace.known();
        place.habits = plan -> plan.withSign(twin);
        place.enable(Map.of("requiredSignature", required));
        place.asAdministrator()
                .get("/api/sso/" + place.companyId)
                .then()
                .body("current.requiredSignature", equalTo(required));
        var requestId = place.login(BROWSER);

        place.answer(place.plan(requestId).withSign(signed), requestId).then().statusCode(403);
        var reason = place.newestReason();
        var honest = place.answer(place.plan(requestId), requestId);

        assertEquals("SIGNATURE_NOT_THE_REQUIRED_ONE", reason);
        place.open(BROWSER, Workplace.path(honest))
                .then()
                .statusCode(303)
                .header("Location", startsWith("http://localhost:8080/auth/complete?ticket="));
    }
}
