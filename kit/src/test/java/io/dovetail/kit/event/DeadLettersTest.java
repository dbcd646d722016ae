package io.dovetail.kit.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.dovetail.kit.parts.Gate;
import io.dovetail.kit.parts.KitParts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.TestEvents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A record that can't be processed goes to the dead letters with its cause and blocks nobody. */
@QuarkusTest
@QuarkusTestResource(KitParts.class)
class DeadLettersTest {
    private static final List<String> ONCE = List.of("first", "inbox ThingListener", "second");

    @Inject
    ThingListener listener;

    @Inject
    Effects effects;

    @Inject
    AgroalDataSource pool;

    @SuppressWarnings("NullAway.Init")
    Gate gate;

    private final String key = UUID.randomUUID().toString();

    @AfterEach
    void end() {
        gate.openFor(pool);
        listener.reset();
    }

    @Test
    void aRecordThatIsNoEventGoesToTheDeadLettersAndTheNextOneIsHandled() {
        var next = Things.happened(key);

        TestEvents.publish(new ProducerRecord<>(ThingTopics.TOPIC, key, "hello".getBytes(StandardCharsets.UTF_8)));
        TestEvents.publish(next);

        var dead = deadLetter();
        assertEquals("hello", TestEvents.body(dead));
        assertEquals(UnreadableEventException.class.getName(), cause(dead));
        assertEquals(ThingTopics.TOPIC, TestEvents.header(dead, "dead-letter-topic"));
        untilTakenOnce(next);
    }

    @Test
    void anEmptyRecordGoesToTheDeadLettersAndTheNextOneIsHandled() {
        var next = Things.happened(key);

        TestEvents.publish(new ProducerRecord<>(ThingTopics.TOPIC, key, null));
        TestEvents.publish(next);

        assertEquals(UnreadableEventException.class.getName(), cause(deadLetter()));
        untilTakenOnce(next);
    }

    @Test
    void dataThatDoNotFitGoToTheDeadLettersAndTheNextOneIsHandled() {
        var poison = Things.happened(key);
        var next = Things.happened(key);

        TestEvents.publish(Things.outgoing(poison, "[1, 2"));
        TestEvents.publish(next);

        var dead = deadLetter();
        assertEquals(poison.id().toString(), TestEvents.header(dead, "ce_id"));
        assertTrue(TestEvents.header(dead, "dead-letter-reason").contains(ThingListener.TYPE));
        untilTakenOnce(next);
    }

    @Test
    void anEventWhoseHandlerAlwaysFailsGoesToTheDeadLettersAfterItsRetriesAndTheNextOneIsHandled() {
        var poison = Things.happened(key);
        var next = Things.happened(key);
        var tries = new AtomicInteger();
        listener.between(received -> {
            if (received.id().equals(poison.id())) {
                tries.incrementAndGet();
                throw new IllegalArgumentException("the handler never likes this one");
            }
        });

        TestEvents.publish(poison);
        TestEvents.publish(next);

        var dead = deadLetter();
        assertEquals(poison.id().toString(), TestEvents.header(dead, "ce_id"));
        assertEquals("the handler never likes this one", TestEvents.header(dead, "dead-letter-reason"));
        assertEquals(IllegalArgumentException.class.getName(), cause(dead));
        assertEquals(5, tries.get());
        assertEquals(List.of(), effects.committed(poison.id()));
        untilTakenOnce(next);
    }

    @Test
    void anEventWaitsForTheDatabaseAndIsNotGivenUp() {
        var event = Things.happened(key);
        var next = Things.happened(key);

        gate.shut();
        TestEvents.publish(event);
        TestEvents.publish(next);
        gate.untilTurnedAway(8);
        gate.openFor(pool);

        untilTakenOnce(event);
        untilTakenOnce(next);
        TestEvents.publish(new ProducerRecord<>(ThingTopics.TOPIC, key, "last".getBytes(StandardCharsets.UTF_8)));
        assertEquals("last", TestEvents.body(deadLetter()), "the key's first dead letter");
    }

    private void untilTakenOnce(Event event) {
        Eventually.until(
                "the event took effect", () -> !effects.committed(event.id()).isEmpty());
        assertEquals(ONCE, effects.committed(event.id()));
    }

    /** The first dead letter of this test's key. */
    private ConsumerRecord<String, byte[]> deadLetter() {
        return TestEvents.await(ThingTopics.DEAD, record -> key.equals(record.key()));
    }

    private static String cause(ConsumerRecord<String, byte[]> dead) {
        return TestEvents.header(dead, "dead-letter-exception-class-name");
    }
}
