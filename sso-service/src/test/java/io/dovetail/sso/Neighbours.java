package io.dovetail.sso;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.TestEvents;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What user-service and binding-service tell; each returns, where it can, when the copy has come here. */
public final class Neighbours {
    private static final String USERS = "dovetail.users";

    private Neighbours() {}

    public static void tellCompany(UUID companyId, long revision, String status, String singleSignOn) {
        publish(
                USERS,
                "company-changed",
                companyId,
                companyId,
                Map.of(
                        "companyId", companyId,
                        "revision", revision,
                        "name", "Example Works",
                        "status", status,
                        "singleSignOn", singleSignOn,
                        "domains", List.of("works.example")));
    }

    public static void tellUser(UUID companyId, UUID userId, String email, String role, String status) {
        publish(
                USERS,
                "user-changed",
                userId,
                companyId,
                Map.of(
                        "userId", userId,
                        "companyId", companyId,
                        "revision", 1,
                        "email", email,
                        "firstName", "Ada",
                        "lastName", "Lovelace",
                        "role", role,
                        "status", status,
                        "hasPassword", true));
        Eventually.until("the user's copy", () -> count("user_copy where user_id = ?", userId) == 1);
    }

    public static void tellBinding(UUID companyId, UUID userId, UUID source) {
        var bindingId = UUID.randomUUID();
        publish(
                "dovetail.bindings",
                "binding-changed",
                userId,
                companyId,
                Map.of(
                        "bindingId", bindingId,
                        "companyId", companyId,
                        "userId", userId,
                        "source", source,
                        "samlId", "ada",
                        "state", "BOUND",
                        "revision", 1));
        Eventually.until("the binding's copy", () -> count("binding_copy where binding_id = ?", bindingId) == 1);
    }

    public static void tellSession(UUID companyId, UUID userId, String signInId) {
        publish(
                USERS,
                "session-opened",
                userId,
                companyId,
                Map.of(
                        "companyId", companyId,
                        "userId", userId,
                        "sessionId", UUID.randomUUID(),
                        "method", "SSO",
                        "signInId", signInId));
    }

    public static void publish(String topic, String name, UUID key, UUID companyId, Map<String, ?> data) {
        TestEvents.publish(Event.of(topic, name, key.toString(), companyId, Actor.system(), Instant.now(), data));
    }

    /** Tells what comes when the company or the user is gone already, and waits until each was handled. */
    public static void tellLate(UUID companyId, UUID userId) {
        handled(
                USERS,
                "company-changed",
                companyId,
                Map.of(
                        "companyId",
                        companyId,
                        "revision",
                        99,
                        "name",
                        "Example Works",
                        "status",
                        "ACTIVE",
                        "singleSignOn",
                        "ALLOWED",
                        "domains",
                        List.of("works.example")));
        handled(
                USERS,
                "user-changed",
                companyId,
                Map.of(
                        "userId", userId,
                        "companyId", companyId,
                        "revision", 99,
                        "email", "late@works.example",
                        "firstName", "Ada",
                        "lastName", "Lovelace",
                        "role", "ADMIN",
                        "status", "ACTIVE",
                        "hasPassword", true));
        handled(
                "dovetail.bindings",
                "binding-changed",
                companyId,
                Map.of(
                        "bindingId",
                        UUID.randomUUID(),
                        "companyId",
                        companyId,
                        "userId",
                        userId,
                        "source",
                        UUID.randomUUID(),
                        "samlId",
                        "late",
                        "state",
                        "BOUND",
                        "revision",
                        99));
    }

    private static void handled(String topic, String name, UUID companyId, Map<String, ?> data) {
        var event = Event.of(topic, name, companyId.toString(), companyId, Actor.system(), Instant.now(), data);
        TestEvents.publish(event);
        Eventually.until(name + " to be handled", () -> count("inbox where event_id = ?", event.id()) > 0);
    }

    /** How many rows of a table there are for an id. */
    public static long count(String tableAndCondition, UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) Arc.container()
                                .instance(EntityManager.class)
                                .get()
                                .createNativeQuery("select count(*) from " + tableAndCondition)
                                .setParameter(1, id)
                                .getSingleResult())
                        .longValue());
    }
}
