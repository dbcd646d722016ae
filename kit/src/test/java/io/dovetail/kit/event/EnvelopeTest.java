package io.dovetail.kit.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read again; what is not ours is refused. */
class EnvelopeTest {
    private final Envelope envelope = new Envelope(new ObjectMapper().findAndRegisterModules(), "kit-test");
    private final Event event = Things.happened("key");

    @Test
    void readsWhatWasWritten() {
        var record = Things.incoming(event);

        var received = envelope.receive(envelope.read(record), Thing.class);

        assertEquals(
                new Received<>(
                        event.id(), event.type(), event.companyId(), event.time(), event.actor(), new Thing("lamp", 3)),
                received);
    }

    @Test
    void readsWhoActed() {
        var user = Actor.user(UUID.randomUUID());
        var record = Things.incoming(by(user));

        var received = envelope.receive(envelope.read(record), Thing.class);

        assertEquals(user, received.actor());
        assertNull(record.headers().lastHeader("ce_authclaims"));
    }

    @Test
    void readsFromWhereSomebodyActed() {
        var actor = Actor.user(UUID.randomUUID()).from("203.0.113.7");
        var record = Things.incoming(by(actor));

        var received = envelope.receive(envelope.read(record), Thing.class);

        assertEquals("{\"address\":\"203.0.113.7\"}", header(record, "ce_authclaims"));
        assertEquals(actor, received.actor());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "", "[]", "{}", "{\"address\":7}"})
    void takesAnEventWhoseClaimsSayNothing(String claims) {
        var record = Things.incoming(by(Actor.operator().from("203.0.113.7")));
        record.headers().remove("ce_authclaims");
        record.headers().add("ce_authclaims", claims.getBytes(StandardCharsets.UTF_8));

        var received = envelope.receive(envelope.read(record), Thing.class);

        assertEquals(Actor.operator(), received.actor());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_type", "ce_source", "ce_subject", "ce_specversion"})
    void refusesAnEventWithoutARequiredAttribute(String header) {
        var record = Things.incoming(event);
        record.headers().remove(header);

        assertThrows(UnreadableEventException.class, () -> envelope.read(record));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_subject", "ce_time", "ce_specversion"})
    void refusesAnEventWithAnImpossibleAttribute(String header) {
        var record = with(header, "nonsense");

        assertThrows(UnreadableEventException.class, () -> envelope.read(record));
    }

    @Test
    void refusesAnEventWithoutItsTime() {
        var record = Things.incoming(event);
        record.headers().remove("ce_time");

        assertThrows(UnreadableEventException.class, () -> envelope.receive(envelope.read(record), Thing.class));
    }

    @Test
    void refusesNoData() {
        var record = Things.incoming(Things.outgoing(event, "null"));

        assertThrows(UnreadableEventException.class, () -> envelope.receive(envelope.read(record), Thing.class));
    }

    private Event by(Actor actor) {
        return Event.of("topic", "thing-happened", "key", event.companyId(), actor, event.time(), new Thing("lamp", 3));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private ConsumerRecord<String, byte[]> with(String header, String value) {
        var record = Things.incoming(event);
        record.headers().remove(header);
        record.headers().add(header, value.getBytes(StandardCharsets.UTF_8));
        return record;
    }
}
