package io.dovetail.users.removal;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.TestEvents;
import io.dovetail.users.Published;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What other services tell of a company after it or its person is gone; each returns when it was handled. */
@ApplicationScoped
class LateEvents {
    private final Published published;

    LateEvents(Published published) {
        this.published = published;
    }

    void connectionChanged(UUID company) {
        publish(
                company,
                "dovetail.sso",
                "connection-changed",
                Map.of(
                        "companyId",
                        company,
                        "revision",
                        99,
                        "state",
                        "OFF",
                        "provider",
                        "JUMPCLOUD",
                        "source",
                        UUID.randomUUID(),
                        "switchOver",
                        4,
                        "settledSwitchOver",
                        3));
    }

    void bindingChanged(UUID company, UUID user, String samlId) {
        publish(
                company,
                "dovetail.bindings",
                "binding-changed",
                Map.of(
                        "bindingId",
                        UUID.randomUUID(),
                        "companyId",
                        company,
                        "userId",
                        user,
                        "source",
                        UUID.randomUUID(),
                        "samlId",
                        samlId,
                        "state",
                        "BOUND",
                        "revision",
                        99));
    }

    private void publish(UUID company, String topic, String name, Object data) {
        var event = Event.of(topic, name, company.toString(), company, Actor.system(), Instant.now(), data);
        TestEvents.publish(event);
        Eventually.until(
                "the event is handled",
                () -> published
                        .value("select count(*) > 0 from inbox where event_id = ?", event.id())
                        .equals("t"));
    }
}
