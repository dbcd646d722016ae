package io.dovetail.kit.outbox;

import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.TestEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A topic of one test's own, and all that was ever published to it. */
final class Published implements AutoCloseable {
    private static final int PARTITIONS = 2;
    private final String topic = "outbox-" + UUID.randomUUID();
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    private final KafkaConsumer<String, byte[]> consumer;

    Published(String kafka, Map<String, String> settings) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1).configs(settings)))
                    .all()
                    .get();
        } catch (ExecutionException | InterruptedException failure) {
            throw new AssertionError("no topic for the test", failure);
        }
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "reconnect.backoff.max.ms", 200),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1)));
        consumer.seekToBeginning(consumer.assignment());
    }

    Published() {
        this(Relays.kafka(), Map.of());
    }

    String topic() {
        return topic;
    }

    /** Everything so far. */
    List<ConsumerRecord<String, byte[]>> records() {
        consumer.poll(Duration.ofMillis(50)).forEach(records::add);
        return records;
    }

    /** Waits until what was published satisfies the condition. */
    void until(String what, Predicate<List<ConsumerRecord<String, byte[]>>> condition) {
        Eventually.until(what, () -> condition.test(records()));
    }

    /** Waits until so many different events were published. */
    void untilEvents(int events) {
        until(events + " events", published -> firstOccurrences().size() == events);
    }

    /** The events' ids in the order in which each came first, over all keys. */
    List<String> firstOccurrences() {
        return firstOccurrences(record -> true);
    }

    List<String> firstOccurrencesOf(String key) {
        return firstOccurrences(record -> key.equals(record.key()));
    }

    private List<String> firstOccurrences(Predicate<ConsumerRecord<String, byte[]>> fits) {
        var ids = new LinkedHashSet<String>();
        for (var record : records) {
            if (fits.test(record)) {
                ids.add(TestEvents.header(record, "ce_id"));
            }
        }
        return List.copyOf(ids);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
