package io.dovetail.bindings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dovetail.bindings.binding.BindingChanged;
import io.dovetail.bindings.binding.BindingCompleted;
import io.dovetail.bindings.binding.BindingRefused;
import io.dovetail.bindings.binding.BindingRemoved;
import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.testing.EmbeddedParts;
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
class ContractsTest {
    private static final UUID BINDING = UUID.fromString("9a1f7a90-3c68-4b0f-9c3e-6f5a7f0c3b33");
    private static final UUID COMPANY = UUID.fromString("6f1c1c3e-8f0b-4a52-9d0e-0c2a7f1b5d11");
    private static final UUID USER = UUID.fromString("b3d0a6d2-52a5-4c0b-8f49-1f5f8f5f7a02");
    private static final UUID SOURCE = UUID.fromString("0d9c3a44-7b4e-4a0e-9a39-3a3f5b6d9c21");
    private static final UUID SIGN_IN = UUID.fromString("e27c2c55-1c3a-4b4e-8c55-7a2d9d0b4f44");

    @Inject
    ObjectMapper json;

    @Inject
    @All
    List<EventListener<?>> listeners;

    @Test
    void publishesWhatTheContractsSay() throws IOException {
        var events = List.of(
                new BindingChanged(BINDING, COMPANY, USER, SOURCE, "ada", "BOUND", 1),
                new BindingCompleted(BINDING, COMPANY, USER, SOURCE, "ada", SIGN_IN),
                new BindingRefused(COMPANY, USER, SIGN_IN, "IDENTITY_TAKEN"),
                new BindingRemoved(BINDING, COMPANY, USER, SOURCE, "ada"));

        var names = List.of("binding-changed", "binding-completed", "binding-refused", "binding-removed");
        for (var i = 0; i < names.size(); i++) {
            assertEquals(sample("dovetail." + names.get(i) + ".v1"), written(events.get(i)));
        }
    }

    @Test
    void readsWhatTheContractsSay() throws IOException {
        for (var listener : listeners) {
            var read = json.treeToValue(sample(listener.type()), listener.dataType());

            var understood = written(read);
            var sample = sample(listener.type());
            understood.properties().forEach(field -> assertEquals(sample.get(field.getKey()), field.getValue()));
            assertTrue(understood.size() >= 1);
        }
    }

    @Test
    void reactsToSignInsConnectionsAndUsers() {
        assertEquals(
                Set.of(
                        "dovetail.sign-in-accepted.v1",
                        "dovetail.connection-changed.v1",
                        "dovetail.company-changed.v1",
                        "dovetail.company-removed.v1",
                        "dovetail.user-changed.v1",
                        "dovetail.user-erased.v1",
                        "dovetail.link-asked.v1",
                        "dovetail.sessions-ended.v1"),
                listeners.stream().map(EventListener::type).collect(Collectors.toSet()));
    }

    private JsonNode written(Object data) throws IOException {
        return json.readTree(json.writeValueAsString(data));
    }

    private JsonNode sample(String type) throws IOException {
        var file = "/contracts/events/" + type.substring("dovetail.".length()) + ".sample.json";
        try (var sample = ContractsTest.class.getResourceAsStream(file)) {
            return json.readTree(sample);
        }
    }
}
