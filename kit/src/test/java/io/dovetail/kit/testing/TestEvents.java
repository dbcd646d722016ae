package io.dovetail.kit.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dovetail.kit.event.Envelope;
import io.dovetail.kit.event.Event;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** The other end of the topics: publishes foreign events as their owner would, and reads what was published. */
public final class TestEvents {
    private static final Envelope ENVELOPE = new Envelope(new ObjectMapper().findAndRegisterModules(), "test");

    private TestEvents() {}

    /** Publishes and waits for Kafka's answer. */
    public static void publish(Event event) {
        publish(ENVELOPE.write(
                event.id(),
                event.type(),
                event.topic(),
                event.key(),
                event.companyId(),
                event.time(),
                event.actor(),
                ENVELOPE.dataOf(event).getBytes(StandardCharsets.UTF_8)));
    }

    /** Publishes any record, a broken one too. */
    public static void publish(ProducerRecord<String, byte[]> record) {
        try (var producer = new KafkaProducer<>(bootstrap(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        } catch (ExecutionException | InterruptedException failure) {
            throw new AssertionError("the test's record was not taken", failure);
        }
    }

    /** Reads the topic from its beginning until a record fits; fails after 30 seconds. */
    public static ConsumerRecord<String, byte[]> await(String topic, Predicate<ConsumerRecord<String, byte[]>> fits) {
        try (var consumer = consumer()) {
            consumer.subscribe(List.of(topic));
            var seen = new ArrayList<ConsumerRecord<String, byte[]>>();
            return Eventually.found("a fitting record of " + topic, () -> {
                consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
                return seen.stream().filter(fits).findFirst();
            });
        }
    }

    /** Waits for the event of this type and company whose data hold the text. */
    public static ConsumerRecord<String, byte[]> await(String topic, String name, UUID companyId, String text) {
        return await(
                topic,
                record -> header(record, "ce_type").equals("dovetail." + name + ".v1")
                        && header(record, "ce_subject").equals(companyId.toString())
                        && body(record).contains(text));
    }

    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    public static String body(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    private static KafkaConsumer<String, byte[]> consumer() {
        var settings = bootstrap();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, "test-" + UUID.randomUUID());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static Map<String, Object> bootstrap() {
        return new java.util.HashMap<>(Map.of(
                "bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class)));
    }
}
