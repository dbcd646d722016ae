package io.dovetail.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.notifications.delivery.MailFailed;
import io.dovetail.notifications.delivery.MailSent;
import io.dovetail.notifications.smtp.SmtpPort;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The events of this service are those of contracts/events, and it reads those of its neighbours. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
@QuarkusTestResource(SmtpPort.class)
class ContractsTest {
    private static final UUID COMPANY = UUID.fromString("6f1c1c3e-8f0b-4a52-9d0e-0c2a7f1b5d11");
    private static final UUID USER = UUID.fromString("b3d0a6d2-52a5-4c0b-8f49-1f5f8f5f7a02");
    private static final UUID DELIVERY = UUID.fromString("2b4d6f80-1a3c-4e5f-8a7b-9c0d1e2f3a88");
    private static final UUID CAUSE = UUID.fromString("a1b2c3d4-e5f6-4a7b-8c9d-0e1f2a3b4c99");

    @Inject
    ObjectMapper json;

    @Inject
    @All
    List<EventListener<?>> listeners;

    @Test
    void publishesWhatTheContractsSay() throws IOException {
        var sent = new MailSent(COMPANY, USER, DELIVERY, "CREATE_PASSWORD", CAUSE, 1);
        var failed = new MailFailed(COMPANY, USER, DELIVERY, "CREATE_PASSWORD", CAUSE, 3, "550 5.1.1 no such mailbox");

        assertEquals(sample("mail-sent.v1"), written(sent));
        assertEquals(sample("mail-failed.v1"), written(failed));
    }

    @Test
    void hearsOfEverythingThatIsMailed() {
        assertEquals(
                Set.of(
                        "certificate-expiring",
                        "company-changed",
                        "company-removed",
                        "connection-changed",
                        "connection-disabled",
                        "connection-enabled",
                        "connection-rolled-back",
                        "invitation-issued",
                        "job-progressed",
                        "keys-changed",
                        "link-cancelled",
                        "link-issued",
                        "metadata-failing",
                        "metadata-held",
                        "password-changed",
                        "password-link-cancelled",
                        "password-link-issued",
                        "recovery-code-used",
                        "sessions-ended",
                        "user-changed",
                        "user-erased",
                        "way-in-asked"),
                listeners.stream().map(ContractsTest::nameOf).collect(Collectors.toSet()));
    }

    @Test
    void readsWhatTheContractsSay() throws IOException {
        for (var listener : listeners) {
            var sample = sample(nameOf(listener) + ".v1");

            var understood = written(json.treeToValue(sample, listener.dataType()));

            understood.properties().stream()
                    .filter(field -> sample.has(field.getKey()))
                    .forEach(field -> assertEquals(sample.get(field.getKey()), field.getValue(), listener.type()));
        }
    }

    private static String nameOf(EventListener<?> listener) {
        return listener.type().replace("dovetail.", "").replace(".v1", "");
    }

    private JsonNode written(Object data) throws IOException {
        return json.readTree(json.writeValueAsString(data));
    }

    private JsonNode sample(String name) throws IOException {
        try (var sample = ContractsTest.class.getResourceAsStream("/contracts/events/" + name + ".sample.json")) {
            return json.readTree(sample);
        }
    }
}
