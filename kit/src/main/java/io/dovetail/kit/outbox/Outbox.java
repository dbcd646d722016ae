package io.dovetail.kit.outbox;

import io.dovetail.kit.event.Envelope;
import io.dovetail.kit.event.Event;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Where a use case leaves its events: they are published if, and only if, its transaction commits. */
@ApplicationScoped
public class Outbox {
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private final DataSource database;
    private final Envelope envelope;

    Outbox(DataSource database, Envelope envelope) {
        this.database = database;
        this.envelope = envelope;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void append(Event event) {
        append(List.of(event));
    }

    /** Appends in one round trip; the locks of several keys are taken in one order, so that writers never cross. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(List<Event> events) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("call outbox_append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (var event :
                    events.stream().sorted(Comparator.comparing(Event::key)).toList()) {
                bind(insert, event);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException failure) {
            throw new IllegalStateException("the outbox could not be written", failure);
        }
    }

    /**
     * Publishes again what was sent since then; consumers pass over what they know.
     *
     * @return how many events; at most the kept seven days
     */
    @Transactional
    public int republishSince(Instant since) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("update outbox set sent_at = null where sent_at >= ?");
                var wake = connection.prepareStatement("select pg_notify('outbox', '')")) {
            // PostgreSQL's times end where those of Java go on
            var start = since.isAfter(LATEST) ? LATEST : since.isBefore(Instant.EPOCH) ? Instant.EPOCH : since;
            update.setObject(1, OffsetDateTime.ofInstant(start, ZoneOffset.UTC));
            var events = update.executeUpdate();
            wake.execute();
            return events;
        } catch (SQLException failure) {
            throw new IllegalStateException("the outbox could not be read", failure);
        }
    }

    /**
     * Drops the events of a person who was removed, and, once they are sent, those in which their id stands.
     *
     * @param personId their id, the key of the events about them
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(UUID companyId, UUID personId) {
        var sql = "delete from outbox where company_id = ? and"
                + " (key = ? or (sent_at is not null and (actor_id = ? or position(? in data) > 0)))";
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(sql)) {
            delete.setObject(1, companyId);
            for (var parameter = 2; parameter <= 4; parameter++) {
                delete.setString(parameter, personId.toString());
            }
            delete.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("the outbox could not be written", failure);
        }
    }

    /** Drops all events of a company that was removed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(UUID companyId) {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement("delete from outbox where company_id = ?")) {
            delete.setObject(1, companyId);
            delete.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("the outbox could not be written", failure);
        }
    }

    private void bind(PreparedStatement insert, Event event) throws SQLException {
        insert.setObject(1, event.id());
        insert.setString(2, event.type());
        insert.setString(3, event.topic());
        insert.setString(4, event.key());
        insert.setObject(5, event.companyId());
        insert.setObject(6, OffsetDateTime.ofInstant(event.time(), ZoneOffset.UTC));
        insert.setString(7, event.actor().type());
        insert.setString(8, event.actor().id());
        insert.setString(9, event.actor().address());
        insert.setString(10, envelope.dataOf(event));
    }
}
