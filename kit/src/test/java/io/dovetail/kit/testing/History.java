package io.dovetail.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Envelope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What one company's services told each other on its way through the journey, recorded in contracts/histories.
 *
 * <p>It can be told again of any number of other companies: every id becomes one that belongs to the order alone, and
 * {@link #original} leads from there back to the recorded one, so that the rows of two orders can be compared.
 */
public final class History {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Envelope ENVELOPE = new Envelope(JSON, "history");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final List<String> events;

    private History(List<String> events) {
        this.events = events;
    }

    /** @param name of a file of contracts/histories, without its ending */
    public static History read(String name) {
        try (var stream = History.class.getResourceAsStream("/contracts/histories/" + name + ".jsonl")) {
            var text = new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
            return new History(text.lines().toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Only those of these topics: what a service hears of the others. */
    public History of(String... topics) {
        return where(event -> List.of(topics).contains(event.get("topic").asText()));
    }

    public History where(Predicate<JsonNode> wanted) {
        return new History(
                events.stream().filter(event -> wanted.test(json(event))).toList());
    }

    public List<JsonNode> events() {
        return events.stream().map(History::json).toList();
    }

    /** The recorded company. */
    public String company() {
        return json(events.get(0)).get("company").asText();
    }

    /** As it was recorded, told of the company of this order. */
    public List<ConsumerRecord<String, byte[]>> inOrder(int order) {
        return events.stream().map(event -> record(event, order)).toList();
    }

    /** Shuffled, and every third event told twice; the same each time for the same order. */
    public List<ConsumerRecord<String, byte[]>> shuffled(int order) {
        var told = new ArrayList<>(inOrder(order));
        IntStream.range(0, told.size())
                .filter(index -> index % 3 == order % 3)
                .mapToObj(told::get)
                .toList()
                .forEach(told::add);
        Collections.shuffle(told, new Random(order));
        return told;
    }

    /** The id that this order has for a recorded one. */
    public static UUID id(String recorded, int order) {
        return UUID.nameUUIDFromBytes((order + " " + recorded).getBytes(StandardCharsets.UTF_8));
    }

    /** A text of this order's rows with the ids as they were recorded. */
    public String original(String text, int order) {
        var back = new java.util.HashMap<String, String>();
        events.forEach(event -> ID.matcher(event)
                .results()
                .forEach(found -> back.put(id(found.group(), order).toString(), found.group())));
        return ID.matcher(text).replaceAll(found -> back.getOrDefault(found.group(), "unknown"));
    }

    private static ConsumerRecord<String, byte[]> record(String recorded, int order) {
        var event = json(ID.matcher(recorded)
                .replaceAll(found -> id(found.group(), order).toString()));
        var actorId = event.get("actorId");
        var record = ENVELOPE.write(
                UUID.fromString(event.get("id").asText()),
                event.get("type").asText(),
                event.get("topic").asText(),
                event.get("key").asText(),
                UUID.fromString(event.get("company").asText()),
                Instant.parse(event.get("time").asText()),
                new Actor(event.get("actorType").asText(), actorId == null ? null : actorId.asText(), null),
                event.get("data").toString().getBytes(StandardCharsets.UTF_8));
        var received = new ConsumerRecord<>(record.topic(), 0, 0L, record.key(), record.value());
        record.headers().forEach(received.headers()::add);
        return received;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
