package io.dovetail.sso.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.ticket.Pair;
import io.dovetail.kit.ticket.Tickets;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.sso.Neighbours;
import io.dovetail.sso.Workplace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of an accepted sign-in elsewhere, and what the others are told for it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class AfterwardsTest {
    private static final String BROWSER = "browser-of-ada-0123456789-0123456789-0123456789";

    @Inject
    Tickets tickets;

    @Test
    void theAdministratorReadsWhyNobodyWasBound() {
        var place = Workplace.enabled("RESTART");
        place.open(BROWSER, finished(place, null)).then().statusCode(303);
        var signIn = place.newestSignIn();
        var stranger = Workplace.enabled("RESTART");

        refuse(stranger, signIn, "LINK_REPLACED");
        refuse(place, signIn, "IDENTITY_TAKEN");
        Eventually.until("the reason", () -> "IDENTITY_TAKEN".equals(place.newestReason()));

        assertEquals("BINDING_REFUSED", result(place));
    }

    @Test
    void aSessionThatWasOpenedIsNotRefusedAfterwards() {
        var place = Workplace.enabled("RESTART");
        place.comeIn();
        place.awaitState("ON");

        refuse(place, place.newestSignIn(), "IDENTITY_TAKEN");
        place.open(BROWSER, finished(place, null)).then().statusCode(303);
        var next = place.newestSignIn();
        refuse(place, next, "LINK_USED");
        Eventually.until("the later reason", () -> "LINK_USED".equals(place.newestReason()));

        var results = place.asAdministrator().get("/api/sso/" + place.companyId + "/sign-ins");
        assertEquals("SESSION_OPENED", results.path("items[1].result"));
    }

    @Test
    void theTicketTellsWhenTheProviderEndsTheSession() {
        var place = Workplace.enabled("RESTART");
        var end = Instant.now().plus(Duration.ofHours(2));

        var limited = claims(place.open(BROWSER, finished(place, end)).header("Location"));
        var unlimited = claims(place.open(BROWSER, finished(place, null)).header("Location"));

        assertEquals(end.getEpochSecond(), limited.get("notAfter").asLong());
        assertEquals(false, unlimited.has("notAfter"));
    }

    /** Whoever administers the provider's attributes administers nothing here. */
    @Test
    void attributesThatWouldSetRoleOrCompanyReachNobody() {
        var place = Workplace.enabled("RESTART");
        var plan = place.plan(place.login(BROWSER));
        var attributes = new HashMap<>(plan.attributes());
        for (var name : List.of("role", "company_id", "companyId", "user_id", "userId", "source", "browserHash")) {
            attributes.put(name, List.of("ADMIN"));
        }

        var honest = claims(place.open(BROWSER, finished(place, null)).header("Location"));
        var finish = Workplace.path(place.post(
                ResponseFactory.base64(plan.withAttributes(attributes), Workplace.KEYS), plan.inResponseTo()));
        var forced = claims(place.open(BROWSER, finish).header("Location"));

        assertEquals(place.companyId.toString(), forced.get("companyId").asText());
        assertFalse(forced.toString().contains("ADMIN"), forced.toString());
        assertEquals(names(honest), names(forced));
    }

    private static List<String> names(JsonNode claims) {
        return claims.properties().stream().map(Map.Entry::getKey).sorted().toList();
    }

    /** Where a browser finishes that came back from the provider. */
    private static String finished(Workplace place, @Nullable Instant sessionEnd) {
        var request = place.login(BROWSER);
        var plan = place.plan(request).withSessionNotOnOrAfter(sessionEnd);
        return Workplace.path(place.post(ResponseFactory.base64(plan, Workplace.KEYS), request));
    }

    private JsonNode claims(String location) {
        var ticket = location.replaceAll(".*[?&]ticket=([^&]+).*", "$1");
        return tickets.open(new Pair("sso-service", "user-service"), "sign-in", JsonNode.class, ticket)
                .claims();
    }

    private static String result(Workplace place) {
        return place.asAdministrator()
                .get("/api/sso/" + place.companyId + "/sign-ins")
                .path("items[0].result");
    }

    private static void refuse(Workplace by, String signIn, String reason) {
        var user = UUID.randomUUID();
        Neighbours.publish(
                "dovetail.bindings",
                "binding-refused",
                user,
                by.companyId,
                Map.of("companyId", by.companyId, "userId", user, "signInId", signIn, "reason", reason));
    }
}
