package io.dovetail.notifications;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.TestEvents;
import io.dovetail.kit.ticket.Pair;
import io.dovetail.kit.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The other services as this one sees them: their events look like the contracts' samples. */
@ApplicationScoped
public class Neighbours {
    private final ObjectMapper json;
    private final Tickets tickets;
    private final Scene scene;
    private final Clock clock;

    Neighbours(ObjectMapper json, Tickets tickets, Scene scene, Clock clock) {
        this.json = json;
        this.tickets = tickets;
        this.scene = scene;
        this.clock = clock;
    }

    /** A person with a mailbox of their own. */
    public record Person(UUID companyId, UUID userId, String email) {}

    public static Person person(UUID company) {
        var user = UUID.randomUUID();
        return new Person(company, user, user + "@example.com");
    }

    /** An event that is like its sample but for some fields. */
    public Event event(String topic, String name, UUID company, Actor actor, Map<String, ?> changes) {
        try (var sample = Neighbours.class.getResourceAsStream("/contracts/events/" + name + ".v1.sample.json")) {
            var data = json.readValue(sample, new TypeReference<Map<String, Object>>() {});
            data.put("companyId", company);
            data.putAll(changes);
            var key = String.valueOf(data.getOrDefault("userId", company));
            return Event.of("dovetail." + topic, name, key, company, actor, clock.instant(), data);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** An event about this person's link. */
    public Event about(Person person, String topic, String name, Actor actor, Map<String, ?> changes) {
        var data = new HashMap<String, Object>(changes);
        data.put("userId", person.userId());
        data.put("email", person.email());
        return event(topic, name, person.companyId(), actor, data);
    }

    public String sealed(String by, String url) {
        return tickets.seal(new Pair(by, "notification-service"), "link", Map.of("url", url), Scene.LIFE);
    }

    public Instant linkEnd() {
        return clock.instant().plus(Scene.LIFE).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Has a user be known here, and waits until that took effect. */
    public void know(Person person, int revision, Map<String, ?> changes) {
        var data = new HashMap<String, Object>(changes);
        data.put("revision", revision);
        take(about(person, "users", "user-changed", Actor.system(), data));
    }

    public void knowCompany(UUID company, String name) {
        take(event("users", "company-changed", company, Actor.system(), Map.of("name", name)));
    }

    public void take(Event event) {
        TestEvents.publish(event);
        scene.awaitTaken(event.id());
    }

    /** Waits until every mail that an event asked for is in this state. */
    public void awaitMails(Event event, int mails, String state) {
        Eventually.until(
                mails + " mails " + state,
                () -> scene.count(
                                "select count(*) from delivery where cause_event_id = ? and state = ?",
                                event.id(),
                                state)
                        == mails);
    }
}
