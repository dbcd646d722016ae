package io.dovetail.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
    private static final int QUIET_READS = 5;
    private final KafkaConsumer<String, String> consumer;
    private final List<Seen> seen = new ArrayList<>();
    private final List<ConsumerRecord<String, String>> records = new ArrayList<>();

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

    /** All of the company that has been told so far, oldest first, each once, as a history keeps it. */
    List<JsonNode> story(Company company) {
        var quiet = new int[1];
        Eventually.until("everything that was told", () -> {
            var before = records.size();
            read();
            quiet[0] = !records.isEmpty() && records.size() == before ? quiet[0] + 1 : 0;
            return quiet[0] == QUIET_READS;
        });
        var story = new LinkedHashMap<String, JsonNode>();
        records.stream()
                .filter(record -> company.id.equals(header(record, "ce_subject")))
                .sorted(Comparator.comparing(record -> header(record, "ce_time")))
                .forEach(record -> story.putIfAbsent(header(record, "ce_id"), told(record)));
        return List.copyOf(story.values());
    }

    private static JsonNode told(ConsumerRecord<String, String> record) {
        var told = Api.JSON
                .createObjectNode()
                .put("id", header(record, "ce_id"))
                .put("time", header(record, "ce_time"))
                .put("topic", record.topic())
                .put("type", header(record, "ce_type"))
                .put("key", record.key())
                .put("company", header(record, "ce_subject"))
                .put("actorType", header(record, "ce_authtype"));
        if (record.headers().lastHeader("ce_authid") != null) {
            told.put("actorId", header(record, "ce_authid"));
        }
        try {
            return told.set("data", Api.JSON.readTree(record.value()));
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(notJson);
        }
    }

    private void read() {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> {
            var event = new Seen(
                    header(record, "ce_id"), header(record, "ce_type"), header(record, "ce_subject"), record.value());
            EventSchemas.require(event.type(), event.data());
            seen.add(event);
            records.add(record);
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
