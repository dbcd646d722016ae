package io.dovetail.kit.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dovetail.kit.parts.KitParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing is sent past a record that Kafka did not take. */
@QuarkusTest
@QuarkusTestResource(KitParts.class)
class OutboxBatchTest {
    @Inject
    OutboxRows rows;

    @Inject
    DataSource database;

    private Published published;

    @BeforeEach
    void begin() {
        rows.clear();
        published = new Published();
    }

    @AfterEach
    void end() {
        published.close();
    }

    @Test
    void aRecordThatWasNotTakenIsNotOvertakenByItsSuccessorWhenKafkaComesBackBetweenTheTwo() throws Exception {
        var events = OutboxRows.events(published.topic(), "key", 3);
        rows.commit(events);
        var batch = Relays.batch(RelaySettings.usual());

        try (var connection = database.getConnection();
                var nowhere = producer("127.0.0.1:1");
                var kafka = producer(Relays.kafka())) {
            assertThrows(KafkaException.class, () -> batch.publish(connection, firstTo(nowhere, kafka)));
            batch.publish(connection, kafka);
        }

        published.untilEvents(3);
        assertEquals(OutboxRows.ids(events), published.firstOccurrences());
    }

    private static KafkaProducer<String, byte[]> producer(String kafka) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "max.block.ms", kafka.endsWith(":1") ? 200 : 10_000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** A producer whose first send goes the one way and every later one the other. */
    @SuppressWarnings("unchecked")
    private static Producer<String, byte[]> firstTo(Producer<String, byte[]> first, Producer<String, byte[]> later) {
        var calls = new AtomicInteger();
        return (Producer<String, byte[]>) Proxy.newProxyInstance(
                OutboxBatchTest.class.getClassLoader(),
                new Class<?>[] {Producer.class},
                (proxy, method, arguments) -> method.invoke(calls.getAndIncrement() == 0 ? first : later, arguments));
    }
}
