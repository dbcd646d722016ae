package io.dovetail.kit.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.event.Event;
import io.dovetail.kit.parts.KitParts;
import io.dovetail.kit.testing.Eventually;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A relay that dies loses nothing, doubles only what Kafka had, and is followed by another. */
@QuarkusTest
@QuarkusTestResource(KitParts.class)
class RelayKillTest {
    private static final int BATCH = 20;

    @Inject
    OutboxRows rows;

    private final Relays relays = new Relays();
    private Published published;

    @BeforeEach
    void begin() {
        rows.clear();
        published = new Published();
    }

    @AfterEach
    void end() throws Exception {
        relays.close();
        published.close();
    }

    @Test
    void aProcessKilledBetweenKafkasAnswerAndTheMarkLosesNothingAndItsSuccessorKeepsTheOrder() throws Exception {
        var events = new ArrayList<>(OutboxRows.events(published.topic(), "key", BATCH));
        rows.commit(events);
        try (var lock = rows.lockRows()) {
            var process = relays.startProcess();
            published.untilEvents(BATCH);
            Eventually.until("the relay stands before its mark", rows::relayStandsBeforeItsMark);

            Relays.kill(process);
            // As the server does when it misses its client; until then the orphan would hold the lock and mark.
            rows.terminateRelays();
        }
        events.add(OutboxRows.event(published.topic(), "key"));
        rows.commit(events.get(BATCH));
        relays.start();

        published.untilEvents(BATCH + 1);
        Eventually.until("all are marked", () -> rows.waiting() == 0);
        assertEquals(OutboxRows.ids(events), published.firstOccurrencesOf("key"));
        assertEquals(2 * BATCH + 1, published.records().size());
    }

    @Test
    void aConnectionEndedBetweenKafkasAnswerAndTheMarkLosesNothingAndKeepsTheOrder() throws Exception {
        var events = new ArrayList<>(OutboxRows.events(published.topic(), "key", BATCH));
        rows.commit(events);
        try (var lock = rows.lockRows()) {
            relays.start();
            published.untilEvents(BATCH);
            Eventually.until("the relay stands before its mark", rows::relayStandsBeforeItsMark);

            rows.terminateRelays();
        }
        events.add(OutboxRows.event(published.topic(), "key"));
        rows.commit(events.get(BATCH));

        published.untilEvents(BATCH + 1);
        Eventually.until("all are marked", () -> rows.waiting() == 0);
        assertEquals(OutboxRows.ids(events), published.firstOccurrencesOf("key"));
    }

    @Test
    void ofTwoRelaysOnlyOnePublishesAndWhenItIsKilledTheOtherTakesOver() throws Exception {
        var events = new ArrayList<>(OutboxRows.events(published.topic(), "key", 2 * BATCH));
        var process = relays.startProcess();
        Eventually.until("the first holds the lock", () -> rows.holders() == 1);
        var holder = rows.relayBackends();
        relays.start();
        for (var event : events) {
            rows.commit(event);
        }
        published.untilEvents(2 * BATCH);
        Eventually.until("all are marked", () -> rows.waiting() == 0);
        assertEquals(2 * BATCH, published.records().size());
        assertEquals(1, rows.holders());

        Relays.kill(process);
        var more = OutboxRows.events(published.topic(), "key", BATCH);
        rows.commit(more);

        events.addAll(more);
        published.untilEvents(3 * BATCH);
        assertEquals(OutboxRows.ids(events), published.firstOccurrencesOf("key"));
        assertEquals(3 * BATCH, published.records().size());
        assertEquals(
                List.of(),
                rows.relayBackends().stream().filter(holder::contains).toList());
    }

    @Test
    void connectionsEndedAgainAndAgainUnderWritersLoseNothingAndKeepTheOrder() throws Exception {
        relays.start();
        relays.start();
        var writers = new ArrayList<CompletableFuture<List<Event>>>();
        for (var i = 0; i < 4; i++) {
            var key = "key-" + i;
            writers.add(CompletableFuture.supplyAsync(() -> write(key)));
        }

        for (var kill = 0; kill < 8; kill++) {
            Eventually.until("a relay publishes", () -> rows.holders() == 1);
            rows.terminateRelays();
        }

        for (var i = 0; i < writers.size(); i++) {
            var written = OutboxRows.ids(writers.get(i).get(20, TimeUnit.SECONDS));
            var key = "key-" + i;
            published.until(
                    "all of " + key,
                    records -> published.firstOccurrencesOf(key).size() == written.size());
            assertEquals(written, published.firstOccurrencesOf(key));
        }
        Eventually.until("all are marked", () -> rows.waiting() == 0);
    }

    private List<Event> write(String key) {
        var written = new ArrayList<Event>();
        for (var i = 0; i < 150; i++) {
            var events = OutboxRows.events(published.topic(), key, 2);
            rows.commit(events);
            written.addAll(events);
        }
        return written;
    }
}
