package io.dovetail.kit.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.dovetail.kit.parts.Gate;
import io.dovetail.kit.parts.KitParts;
import io.dovetail.kit.testing.Eventually;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The relay at work: in batches, woken by commits, past what Kafka refuses, through losses of the database. */
@QuarkusTest
@QuarkusTestResource(KitParts.class)
class RelayTest {
    private static final int BROKERS_LIMIT = 20_000;

    @Inject
    OutboxRows rows;

    @Inject
    AgroalDataSource pool;

    @SuppressWarnings("NullAway.Init")
    Gate gate;

    private final Relays relays = new Relays();
    private Published published;

    @BeforeEach
    void begin() {
        rows.clear();
        published = new Published(Relays.kafka(), Map.of("max.message.bytes", String.valueOf(BROKERS_LIMIT)));
    }

    @AfterEach
    void end() throws Exception {
        gate.openFor(pool);
        relays.close();
        published.close();
    }

    @Test
    void relaysFiveThousandEventsInBatchesAndInOrder() {
        var keys = Stream.of("a", "b", "c", "d", "e")
                .map(key -> OutboxRows.events(published.topic(), key, 1_000))
                .toList();
        keys.forEach(rows::commit);

        relays.start();

        published.untilEvents(5_000);
        Eventually.until("all are marked", () -> rows.waiting() == 0);
        for (var events : keys) {
            assertEquals(
                    OutboxRows.ids(events),
                    published.firstOccurrencesOf(events.get(0).key()));
        }
        assertEquals(5_000, published.records().size());
        assertEquals(10, rows.count("select count(distinct xmin::text) from outbox"), "one mark for each batch");
    }

    @Test
    void isWokenByACommitAndNotByItsClock() {
        relays.start(RelaySettings.usual().withIdle(Duration.ofMinutes(10)), Relays.kafka());
        Eventually.until(
                "the relay waits",
                () -> rows.count("select count(*) from pg_stat_activity where application_name = 'outbox-relay'"
                                + " and datname = current_database() and state = 'idle' and query like 'select id%'")
                        == 1);

        rows.commit(OutboxRows.event(published.topic(), "key"));

        published.untilEvents(1);
    }

    @Test
    void stopsAtOnceWhileItWaitsSoThatAnotherReplicaTakesOver() throws Exception {
        var relay = relays.start(RelaySettings.usual().withIdle(Duration.ofMinutes(10)), Relays.kafka());
        Eventually.until("the relay holds the lock", () -> rows.holders() == 1);

        relay.stop();

        Eventually.until("the lock is free", () -> rows.holders() == 0);
    }

    @Test
    void parksARecordThatTheClientFindsTooLargeAndGoesOn() {
        var tooLarge = "x".repeat(2 * 1024 * 1024);

        assertTrue(parks(tooLarge).contains("RecordTooLargeException"));
    }

    @Test
    void parksARecordThatTheBrokerFindsTooLargeAndGoesOn() {
        var tooLarge = "x".repeat(2 * BROKERS_LIMIT);

        assertTrue(parks(tooLarge).contains("RecordTooLargeException"));
    }

    @Test
    void parksARecordForAnImpossibleTopicAndGoesOn() {
        var impossible = OutboxRows.event("not a topic", "key");
        var after = OutboxRows.event(published.topic(), "key");
        rows.commit(List.of(impossible, after));

        relays.start();

        published.untilEvents(1);
        Eventually.until("the other is parked", () -> rows.waiting() == 0);
        assertEquals(
                List.of(impossible.id().toString()),
                rows.column("select event_id from outbox where refused like '%InvalidTopicException%'"));
    }

    /** Puts the data between two others, and returns the cause with which they were parked. */
    private String parks(String data) {
        var before = OutboxRows.event(published.topic(), "key");
        var large = OutboxRows.event(published.topic(), "key", Map.of("text", data));
        var after = OutboxRows.event(published.topic(), "key");
        rows.commit(List.of(before, large, after));

        relays.start();

        published.untilEvents(2);
        Eventually.until("nothing waits", () -> rows.waiting() == 0);
        assertEquals(OutboxRows.ids(List.of(before, after)), published.firstOccurrences());
        assertEquals(
                List.of(large.id().toString()), rows.column("select event_id from outbox where refused is not null"));
        return rows.column("select refused from outbox where refused is not null")
                .get(0);
    }

    @Test
    void recoversWhenItsConnectionIsEndedWhileItWaits() {
        relays.start();
        Eventually.until("the relay holds the lock", () -> rows.holders() == 1);

        rows.terminateRelays();
        rows.commit(OutboxRows.event(published.topic(), "key"));

        published.untilEvents(1);
    }

    @Test
    void goesOnAfterAFailureThatNobodyForesaw() {
        var failures = new AtomicInteger();
        var usual = RelaySettings.usual();
        var failing = new RelayConfig() {
            @Override
            public boolean relay() {
                return true;
            }

            @Override
            public int batch() {
                if (failures.incrementAndGet() == 1) {
                    throw new IllegalStateException("nobody foresaw this");
                }
                return usual.batch();
            }

            @Override
            public Duration idle() {
                return usual.idle();
            }

            @Override
            public Duration retry() {
                return usual.retry();
            }
        };
        rows.commit(OutboxRows.event(published.topic(), "key"));

        relays.start(failing, Relays.kafka());

        published.untilEvents(1);
        assertTrue(failures.get() > 1);
    }

    @Test
    void recoversWhenTheDatabaseWasAway() {
        relays.start();
        Eventually.until("the relay holds the lock", () -> rows.holders() == 1);

        gate.shut();
        gate.untilTurnedAway(3);
        gate.openFor(pool);
        rows.commit(OutboxRows.event(published.topic(), "key"));

        published.untilEvents(1);
    }
}
