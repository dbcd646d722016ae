package io.dovetail.sso;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dovetail.kit.testing.EmbeddedParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The events of this service are those of contracts/events, and it reads those of its neighbours. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class ContractsTest {
    @Inject
    ObjectMapper json;

    @Test
    void publishesWhatTheContractsSay() throws IOException {
        for (var event : List.of(
                "connection.ConnectionChanged",
                "events.SignInAccepted",
                "connection.ConnectionEnabled",
                "connection.ConnectionApplied",
                "connection.ConnectionDisabled",
                "connection.ConnectionRolledBack",
                "recovery.RecoveryCodeUsed",
                "verification.ConnectionVerified",
                "signin.SignInRefused")) {
            var type = typeOf(event);
            var sample = sample(eventName(type));

            assertEquals(sample, json.readTree(json.writeValueAsString(json.treeToValue(sample, type))), event);
        }
    }

    private static Class<?> typeOf(String event) {
        try {
            return Class.forName("io.dovetail.sso." + event);
        } catch (ClassNotFoundException renamed) {
            throw new AssertionError(renamed);
        }
    }

    /** ConnectionChanged is dovetail.connection-changed.v1. */
    private static String eventName(Class<?> type) {
        return "dovetail."
                + type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT)
                + ".v1";
    }

    private JsonNode sample(String type) throws IOException {
        var file = "/contracts/events/" + type.substring("dovetail.".length()) + ".sample.json";
        try (var sample = ContractsTest.class.getResourceAsStream(file)) {
            return json.readTree(sample);
        }
    }
}
