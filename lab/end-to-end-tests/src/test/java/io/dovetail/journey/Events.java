package io.dovetail.journey;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The event stream as a consumer outside sees it; every event must be as its schema says. */
final class Events implements AutoCloseable {
    private static final List<String> TOPICS =
            List.of("dovetail.sso", "dovetail.users", "dovetail.bindings", "dovetail.mail");
    private final KafkaConsumer<String, String> consumer;
    private final List<Seen> seen = new ArrayList<>();

    /** One event by its envelope. */
    record Seen(String id, String type, String company, String data) {}

    Events(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "group.id",
                        "journey-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(TOPICS);
    }

    /** Waits for the event of this name whose data hold the text. */
    Seen await(Company company, String name, String text) {
        return Eventually.found(name + " with " + text, () -> {
            read();
            return seen.stream()
                    .filter(event -> event.company().equals(company.id)
                            && event.type().equals("dovetail." + name + ".v1")
                            && event.data().contains(text))
                    .findFirst();
        });
    }

    /** What has been read so far of this name. */
    List<Seen> of(Company company, String name) {
        read();
        return seen.stream()
                .filter(event ->
                        event.company().equals(company.id) && event.type().equals("dovetail." + name + ".v1"))
                .toList();
    }

    private void read() {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> {
            var event = new Seen(
                    header(record, "ce_id"), header(record, "ce_type"), header(record, "ce_subject"), record.value());
            EventSchemas.require(event.type(), event.data());
            seen.add(event);
        });
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8))
                .orElse("");
    }

    @Override
    public void close() {
        consumer.close();
    }
}
