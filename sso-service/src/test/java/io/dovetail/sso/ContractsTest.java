package io.dovetail.sso;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.EventContracts;
import io.dovetail.kit.testing.TestEvents;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The events of this service are those of contracts/events, and it reads those of its neighbours. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class ContractsTest {
    private static final String BROWSER = "browser-of-ada-0123456789-0123456789-0123456789";

    @Inject
    Published published;

    @Inject
    ObjectMapper json;

    @Inject
    @All
    List<EventListener<?>> listeners;

    @Test
    void publishesASignInFromItsVerificationToItsTicketAsTheContractsSay() {
        var place = Workplace.enabled("RESTART");
        var requestId = place.login(BROWSER);
        var finish = Workplace.path(place.post(place.response(requestId), requestId));

        place.open(BROWSER, finish).then().statusCode(303);

        for (var name :
                List.of("connection-verified", "connection-enabled", "connection-changed", "sign-in-accepted")) {
            EventContracts.assertKept(name, published.last(place.companyId, name));
        }
        assertTrue(published
                .last(place.companyId, "sign-in-accepted")
                .get("userId")
                .isNull());
        var record = TestEvents.await("dovetail.sso", "sign-in-accepted", place.companyId, "SIGN_IN");
        assertEquals(place.companyId + ":ada", record.key());
    }

    @Test
    void publishesALinkThatComesBeforeEnablingAsTheContractsSay() {
        var place = Workplace.known();
        place.save("RESTART");
        var verification = place.verify();

        place.link(Workplace.VERIFYING_BROWSER, verification).then().statusCode(200);

        var linked = published.last(place.companyId, "sign-in-accepted");
        EventContracts.assertKept("sign-in-accepted", linked);
        assertEquals("BIND", linked.get("purpose").asText());
        assertEquals(place.administratorId.toString(), linked.get("userId").asText());
    }

    @Test
    void publishesRefusalsAsTheContractsSay() {
        var place = Workplace.enabled("RESTART");
        var requestId = place.login(BROWSER);

        place.post("bm8gWE1M", "").then().statusCode(403);
        place.post("bm8gWE1M", requestId).then().statusCode(403);

        var refusals = published.events(place.companyId, "sign-in-refused");
        assertEquals(2, refusals.size());
        refusals.forEach(refusal -> EventContracts.assertKept("sign-in-refused", refusal));
        assertTrue(refusals.get(0).get("purpose").isNull());
        assertEquals("SIGN_IN", refusals.get(1).get("purpose").asText());
    }

    @Test
    void writesEveryEventWithTheFieldsOfItsSample() throws IOException {
        for (var event : List.of(
                "connection.ConnectionChanged",
                "events.SignInAccepted",
                "connection.ConnectionEnabled",
                "connection.ConnectionApplied",
                "connection.ConnectionDisabled",
                "connection.ConnectionRolledBack",
                "refresh.KeysChanged",
                "refresh.MetadataHeld",
                "refresh.MetadataFailing",
                "expiry.CertificateExpiring",
                "recovery.RecoveryCodeUsed",
                "verification.ConnectionVerified",
                "signin.SignInRefused")) {
            var type = typeOf(event);
            var sample = EventContracts.read(eventName(type) + ".v1.sample.json");

            assertEquals(sample, json.readTree(json.writeValueAsString(json.treeToValue(sample, type))), event);
        }
    }

    @Test
    void readsWhatTheContractsSayAndWhatTheyMaySayLater() throws IOException {
        var reader = json.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        for (var listener : listeners) {
            var sample = EventContracts.read(listener.type().substring("dovetail.".length()) + ".sample.json");

            var understood = json.readTree(json.writeValueAsString(reader.treeToValue(sample, listener.dataType())));

            assertTrue(understood.size() >= 1, listener.type());
            understood
                    .fieldNames()
                    .forEachRemaining(field -> assertEquals(sample.get(field), understood.get(field), listener.type()));
        }
    }

    @Test
    void reactsToCompaniesUsersSessionsAndBindings() {
        assertEquals(
                Set.of(
                        "dovetail.company-changed.v1",
                        "dovetail.company-removed.v1",
                        "dovetail.user-changed.v1",
                        "dovetail.user-erased.v1",
                        "dovetail.session-opened.v1",
                        "dovetail.session-refused.v1",
                        "dovetail.sessions-ended.v1",
                        "dovetail.binding-changed.v1",
                        "dovetail.binding-refused.v1"),
                listeners.stream().map(EventListener::type).collect(Collectors.toSet()));
    }

    /** As it comes over Kafka: what the sample says is in the copies afterwards. */
    @Test
    void keepsTheSamplesAsCopies() {
        var company = UUID.fromString(EventContracts.read("company-changed.v1.sample.json")
                .get("companyId")
                .asText());
        var binding = UUID.fromString(EventContracts.read("binding-changed.v1.sample.json")
                .get("bindingId")
                .asText());

        Workplace.publishSample("dovetail.users", "company-changed", company.toString(), company);
        Workplace.publishSample("dovetail.bindings", "binding-changed", binding.toString(), company);

        published.await(
                "select status || single_sign_on from company_copy where company_id = ?", "ACTIVEALLOWED", company);
        published.await("select state || saml_id from binding_copy where binding_id = ?", "BOUNDada", binding);
    }

    private static Class<?> typeOf(String event) {
        try {
            return Class.forName("io.dovetail.sso." + event);
        } catch (ClassNotFoundException renamed) {
            throw new AssertionError(renamed);
        }
    }

    /** ConnectionChanged is connection-changed. */
    private static String eventName(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
