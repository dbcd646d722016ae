package io.dovetail.users;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.EventContracts;
import io.dovetail.kit.testing.Eventually;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The events of this service are those of contracts/events, and it reads those of its neighbours. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class ContractsTest {
    @Inject
    Scene scene;

    @Inject
    Published published;

    @Inject
    ObjectMapper json;

    @Inject
    @All
    List<EventListener<?>> listeners;

    @Test
    void publishesWhatTheContractsSay() throws IOException {
        var registered = scene.active();
        var opened = Scene.signIn(registered.email(), Scene.PASSWORD);
        Scene.as(opened.path("accessToken"))
                .delete("/api/sessions/current")
                .then()
                .statusCode(204);

        for (var name : List.of(
                "company-changed", "user-changed", "password-link-issued", "session-opened", "sessions-ended")) {
            EventContracts.assertKept(name, published.last(registered.company(), name));
        }
    }

    @Test
    void publishesResetLinksAsTheContractsSay() throws IOException {
        var registered = scene.active();
        RestAssured.given()
                .contentType("application/json")
                .body(Map.of("email", registered.email()))
                .post("/api/password-resets")
                .then()
                .statusCode(202);
        var links = Eventually.found(
                "the reset's link",
                () -> Optional.of(published.events(registered.company(), "password-link-issued"))
                        .filter(events -> events.size() == 2));

        EventContracts.assertKept("password-link-issued", links.get(1));
    }

    @Test
    void readsWhatTheContractsSay() throws IOException {
        for (var listener : listeners) {
            var sample = EventContracts.read(listener.type().substring("dovetail.".length()) + ".sample.json");

            var understood = json.readTree(json.writeValueAsString(json.treeToValue(sample, listener.dataType())));

            understood.properties().forEach(field -> assertEquals(sample.get(field.getKey()), field.getValue()));
            assertTrue(understood.size() >= 2);
        }
    }

    @Test
    void reactsToConnectionsAndBindings() {
        assertEquals(
                Set.of(
                        "dovetail.connection-changed.v1",
                        "dovetail.connection-enabled.v1",
                        "dovetail.binding-changed.v1",
                        "dovetail.link-asked.v1",
                        "dovetail.mail-sent.v1",
                        "dovetail.mail-failed.v1",
                        "dovetail.administrator-acted.v1",
                        "dovetail.recovery-code-used.v1",
                        "dovetail.connection-rolled-back.v1"),
                listeners.stream().map(EventListener::type).collect(Collectors.toSet()));
    }
}
