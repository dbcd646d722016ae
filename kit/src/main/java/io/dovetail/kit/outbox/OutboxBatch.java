package io.dovetail.kit.outbox;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jboss.logging.Logger;

/** The next waiting records: sent in the order of their ids, marked once Kafka has them. */
@ApplicationScoped
class OutboxBatch {
    private static final Logger LOG = Logger.getLogger(OutboxBatch.class);
    private static final String NEXT = """
            select id, event_id, type, topic, key, company_id, time, actor_type, actor_id, actor_address,
                data
            from outbox where sent_at is null and refused is null order by id limit ?""";

    private final RelayConfig config;
    private final Envelope envelope;

    OutboxBatch(RelayConfig config, Envelope envelope) {
        this.config = config;
        this.envelope = envelope;
    }

    private record Waiting(long id, ProducerRecord<String, byte[]> record) {}

    private record Sent(long id, Future<RecordMetadata> answer) {}

    /** Returns how many rows were taken up; waits until Kafka has answered for each. */
    int publish(Connection connection, Producer<String, byte[]> producer) throws SQLException, InterruptedException {
        var waiting = next(connection);
        var sent = new ArrayList<Sent>(waiting.size());
        var known = new ArrayList<Long>(waiting.size());
        try {
            for (var row : waiting) {
                var answer = producer.send(row.record());
                sent.add(new Sent(row.id(), answer));
                if (isRefusedForNow(answer)) {
                    break;
                }
            }
        } finally {
            settle(connection, sent, known);
        }
        return waiting.size();
    }

    /** Whether Kafka failed to take the record already: sent past it, its successors would overtake it. */
    private static boolean isRefusedForNow(Future<RecordMetadata> answer) throws InterruptedException {
        if (!answer.isDone()) {
            return false;
        }
        try {
            answer.get();
            return false;
        } catch (ExecutionException refused) {
            return !isHopeless(causeOf(refused));
        }
    }

    private List<Waiting> next(Connection connection) throws SQLException {
        var waiting = new ArrayList<Waiting>();
        try (var select = connection.prepareStatement(NEXT)) {
            select.setInt(1, config.batch());
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    waiting.add(new Waiting(rows.getLong("id"), read(rows)));
                }
            }
        }
        return waiting;
    }

    private ProducerRecord<String, byte[]> read(ResultSet row) throws SQLException {
        return envelope.write(
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getString("topic"),
                row.getString("key"),
                row.getObject("company_id", UUID.class),
                row.getObject("time", OffsetDateTime.class).toInstant(),
                new Actor(row.getString("actor_type"), row.getString("actor_id"), row.getString("actor_address")),
                row.getString("data").getBytes(StandardCharsets.UTF_8));
    }

    private static void settle(Connection connection, List<Sent> sent, List<Long> known)
            throws SQLException, InterruptedException {
        KafkaException failure = null;
        for (var record : sent) {
            try {
                record.answer().get();
                known.add(record.id());
            } catch (ExecutionException refused) {
                if (isHopeless(causeOf(refused))) {
                    park(connection, record.id(), causeOf(refused));
                } else {
                    failure = notTaken(record.id(), causeOf(refused));
                }
            }
        }
        if (!known.isEmpty()) {
            mark(connection, known);
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static KafkaException notTaken(long id, Throwable cause) {
        return new KafkaException("Kafka did not take outbox row " + id + ": " + cause, cause);
    }

    private static void mark(Connection connection, List<Long> ids) throws SQLException {
        try (var update =
                connection.prepareStatement("update outbox set sent_at = clock_timestamp() where id = any(?)")) {
            update.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            update.executeUpdate();
        }
    }

    /** A record that no retry brings through is kept, with its cause, and steps aside. */
    private static void park(Connection connection, long id, Throwable cause) throws SQLException {
        LOG.errorf("Kafka refuses an outbox row for good id=%d cause=%s", id, cause.toString());
        try (var update = connection.prepareStatement("update outbox set refused = ? where id = ?")) {
            update.setString(1, cause.toString());
            update.setLong(2, id);
            update.executeUpdate();
        }
    }

    private static Throwable causeOf(ExecutionException refused) {
        return Objects.requireNonNullElse(refused.getCause(), refused);
    }

    private static boolean isHopeless(Throwable cause) {
        return cause instanceof RecordTooLargeException
                || cause instanceof SerializationException
                || cause instanceof InvalidTopicException
                || cause instanceof InvalidRecordException;
    }
}
