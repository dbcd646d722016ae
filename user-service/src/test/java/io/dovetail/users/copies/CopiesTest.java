package io.dovetail.users.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.users.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Of connections and bindings the highest revision is kept, in whatever order they come over Kafka. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class CopiesTest {
    private final UUID company = UUID.randomUUID();

    @Inject
    Scene scene;

    @Inject
    KnownConnections connections;

    @Inject
    KnownBindings bindings;

    @Test
    void keepsTheNewestConnection() {
        var source = UUID.randomUUID();
        scene.connection(company, 5, "ON", source);

        publishConnection(4, "OFF");
        scene.connection(UUID.randomUUID(), 1, "OFF", null);

        var known = connections.find(company).orElseThrow();
        assertEquals(5, known.revision());
        assertEquals(KnownConnection.State.ON, known.state());
        assertEquals(source, known.source());
    }

    @Test
    void keepsTheNewestBinding() {
        var source = UUID.randomUUID();
        var user = UUID.randomUUID();
        var binding = UUID.randomUUID();
        scene.binding(binding, company, user, source, "ada", "REMOVED", 2);

        scene.publish("dovetail.bindings", "binding-changed", user.toString(), company, data(binding, user, source));
        scene.binding(company, user, source, "other");

        assertTrue(bindings.findBound(company, source, "ada").isEmpty());
        assertEquals(1, bindings.boundUsers(List.of(user)).size());
    }

    @Test
    void passesOverAnEventThatItCannotRead() {
        scene.publish("dovetail.sso", "connection-changed", company.toString(), company, Map.of("state", "SIDEWAYS"));

        scene.connection(company, 1, "ON", UUID.randomUUID());

        assertEquals(1, connections.find(company).orElseThrow().revision());
    }

    private void publishConnection(long revision, String state) {
        scene.publish(
                "dovetail.sso",
                "connection-changed",
                company.toString(),
                company,
                Map.of("companyId", company, "revision", revision, "state", state, "provider", "NONE"));
    }

    private Map<String, Object> data(UUID binding, UUID user, UUID source) {
        return Map.of(
                "bindingId", binding,
                "companyId", company,
                "userId", user,
                "source", source,
                "samlId", "ada",
                "state", "BOUND",
                "revision", 1);
    }
}
