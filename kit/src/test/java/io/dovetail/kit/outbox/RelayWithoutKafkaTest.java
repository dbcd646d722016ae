package io.dovetail.kit.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.event.Event;
import io.dovetail.kit.parts.KitParts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.lab.stack.KafkaPart;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While Kafka is away events wait; afterwards all arrive, in order per key. */
@QuarkusTest
@QuarkusTestResource(KitParts.class)
class RelayWithoutKafkaTest {
    private static KafkaPart kafka;

    @Inject
    OutboxRows rows;

    private final Relays relays = new Relays();
    private Published published;

    @BeforeAll
    static void startABrokerToKill() {
        kafka = KafkaPart.startFresh();
    }

    @AfterAll
    static void stopIt() {
        kafka.close();
    }

    @BeforeEach
    void begin() {
        rows.clear();
        published = new Published(kafka.bootstrapServers(), Map.of());
    }

    @AfterEach
    void end() throws Exception {
        relays.close();
        published.close();
    }

    @Test
    void everythingArrivesInOrderPerKeyWhenKafkaIsBack() {
        relays.start(RelaySettings.usual(), kafka.bootstrapServers());
        var a = new ArrayList<Event>();
        var b = new ArrayList<Event>();
        append(a, "a", 5);
        append(b, "b", 5);
        published.untilEvents(10);

        kafka.kill();
        for (var i = 0; i < 20; i++) {
            append(a, "a", 5);
            append(b, "b", 5);
        }
        assertEquals(200, rows.waiting());
        kafka.start();

        published.untilEvents(210);
        Eventually.until("all are marked", () -> rows.waiting() == 0);
        assertEquals(OutboxRows.ids(a), published.firstOccurrencesOf("a"));
        assertEquals(OutboxRows.ids(b), published.firstOccurrencesOf("b"));
    }

    private void append(List<Event> all, String key, int number) {
        var events = OutboxRows.events(published.topic(), key, number);
        rows.commit(events);
        all.addAll(events);
    }
}
