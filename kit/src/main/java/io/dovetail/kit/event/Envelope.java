package io.dovetail.kit.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 in Kafka's binary mode ({@code ce_} headers, JSON data). */
@ApplicationScoped
public class Envelope {
    private static final String CLAIMS = "authclaims";
    private static final String ADDRESS = "address";

    private final ObjectMapper json;
    private final ObjectReader reader;
    private final URI source;

    public Envelope(ObjectMapper json, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.json = json;
        this.reader = json.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.source = URI.create("/" + service);
    }

    /** The data of an event as the JSON text that the outbox keeps. */
    public String dataOf(Event event) {
        try {
            return json.writeValueAsString(event.data());
        } catch (IOException notJson) {
            throw new IllegalArgumentException("event data can't be written as JSON type=" + event.type(), notJson);
        }
    }

    /** The Kafka record of an event that was stored with these parts. */
    public ProducerRecord<String, byte[]> write(
            UUID id, String type, String topic, String key, UUID companyId, Instant time, Actor actor, byte[] data) {
        var builder = CloudEventBuilder.v1()
                .withId(id.toString())
                .withType(type)
                .withSource(source)
                .withSubject(companyId.toString())
                .withTime(OffsetDateTime.ofInstant(time, ZoneOffset.UTC))
                .withExtension("authtype", actor.type())
                .withData("application/json", data);
        if (actor.id() != null) {
            builder.withExtension("authid", actor.id());
        }
        if (actor.address() != null) {
            builder.withExtension(CLAIMS, claims(actor.address()));
        }
        return KafkaMessageFactory.<String>createWriter(topic, key).writeBinary(builder.build());
    }

    /**
     * Reads the envelope of a record.
     *
     * @throws UnreadableEventException if it is not a CloudEvent with a UUID id, a company as its subject and a time
     */
    public CloudEvent read(ConsumerRecord<String, byte[]> record) {
        try {
            var event = KafkaMessageFactory.createReader(record).toEvent();
            UUID.fromString(event.getId());
            UUID.fromString(Objects.requireNonNull(event.getSubject(), "no subject"));
            Objects.requireNonNull(event.getTime(), "no time");
            return event;
        } catch (CloudEventRWException
                | IllegalArgumentException
                | IllegalStateException
                | NullPointerException notAnEvent) {
            throw new UnreadableEventException("not a CloudEvent of ours", notAnEvent);
        }
    }

    /**
     * The event with its data read into the listener's record.
     *
     * @throws UnreadableEventException if the data do not fit the record that the listener reads
     */
    public <T> Received<T> receive(CloudEvent event, Class<T> dataType) {
        return new Received<>(
                UUID.fromString(event.getId()),
                event.getType(),
                UUID.fromString(Objects.requireNonNull(event.getSubject())),
                Objects.requireNonNull(event.getTime()).toInstant(),
                new Actor(
                        Objects.requireNonNullElse(extension(event, "authtype"), "unknown"),
                        extension(event, "authid"),
                        address(extension(event, CLAIMS))),
                data(event, dataType));
    }

    private String claims(String address) {
        return json.createObjectNode().put(ADDRESS, address).toString();
    }

    /** Claims of another form are no reason to refuse the event that they accompany. */
    private @Nullable String address(@Nullable String claims) {
        try {
            return claims == null ? null : json.readTree(claims).path(ADDRESS).textValue();
        } catch (JsonProcessingException notOurs) {
            return null;
        }
    }

    private <T> T data(CloudEvent event, Class<T> dataType) {
        try {
            T data = event.getData() == null
                    ? null
                    : reader.forType(dataType).readValue(event.getData().toBytes());
            return Objects.requireNonNull(data, "the event has no data");
        } catch (IOException | IllegalArgumentException | NullPointerException wrongData) {
            throw new UnreadableEventException("the data are not those of " + event.getType(), wrongData);
        }
    }

    private static @Nullable String extension(CloudEvent event, String name) {
        var value = event.getExtension(name);
        return value == null ? null : value.toString();
    }
}
