package io.dovetail.kit.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Events of the tests, and their records as a consumer gets them. */
final class Things {
    static final Instant TIME = Instant.parse("2026-01-15T09:30:00Z");
    private static final Envelope ENVELOPE = new Envelope(new ObjectMapper().findAndRegisterModules(), "elsewhere");

    private Things() {}

    static Event happened(String key) {
        return Event.of(
                ThingTopics.TOPIC,
                "thing-happened",
                key,
                UUID.randomUUID(),
                Actor.system(),
                TIME,
                new Thing("lamp", 3));
    }

    static ProducerRecord<String, byte[]> outgoing(Event event, String data) {
        return ENVELOPE.write(
                event.id(),
                event.type(),
                event.topic(),
                event.key(),
                event.companyId(),
                event.time(),
                event.actor(),
                data.getBytes(StandardCharsets.UTF_8));
    }

    static ConsumerRecord<String, byte[]> incoming(Event event) {
        return incoming(outgoing(event, ENVELOPE.dataOf(event)));
    }

    static ConsumerRecord<String, byte[]> incoming(ProducerRecord<String, byte[]> record) {
        return new ConsumerRecord<>(
                record.topic(),
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                record.key(),
                record.value(),
                new RecordHeaders(record.headers()),
                Optional.empty());
    }
}
