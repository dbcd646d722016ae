package io.dovetail.kit.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dovetail.kit.parts.KitParts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.TestEvents;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events are published if their transaction commits, in the order of the commits. */
@QuarkusTest
@QuarkusTestResource(KitParts.class)
class OutboxTest {
    @Inject
    Outbox outbox;

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
    void publishesAnEventOnlyIfItsTransactionCommits() {
        var rolledBack = OutboxRows.event(published.topic(), "key");
        var committed = OutboxRows.event(published.topic(), "key");
        relays.start();

        QuarkusTransaction.begin();
        outbox.append(rolledBack);
        QuarkusTransaction.rollback();
        rows.commit(committed);

        published.untilEvents(1);
        assertEquals(OutboxRows.ids(List.of(committed)), published.firstOccurrences());
    }

    @Test
    void refusesToAppendOutsideATransaction() {
        var event = OutboxRows.event(published.topic(), "key");

        assertThrows(TransactionalException.class, () -> outbox.append(event));
    }

    @Test
    void publishesTheWholeEnvelope() {
        var event = OutboxRows.event(published.topic(), "key");
        relays.start();

        rows.commit(event);

        published.untilEvents(1);
        var record = published.records().get(0);
        assertEquals("key", record.key());
        assertEquals("1.0", TestEvents.header(record, "ce_specversion"));
        assertEquals("dovetail.thing-happened.v1", TestEvents.header(record, "ce_type"));
        assertEquals("/kit-test", TestEvents.header(record, "ce_source"));
        assertEquals(event.companyId().toString(), TestEvents.header(record, "ce_subject"));
        assertEquals(OutboxRows.TIME, Instant.parse(TestEvents.header(record, "ce_time")));
        assertEquals(OutboxRows.ACTOR.type(), TestEvents.header(record, "ce_authtype"));
        assertEquals("operator", TestEvents.header(record, "ce_authid"));
        assertEquals("{\"address\":\"203.0.113.7\"}", TestEvents.header(record, "ce_authclaims"));
        assertEquals("application/json", TestEvents.header(record, "content-type"));
        assertEquals("{\"name\":\"lamp\"}", TestEvents.body(record));
    }

    @Test
    void theSecondWriterOfAKeyWaitsSoThatIdsFollowTheCommits() throws Exception {
        var first = OutboxRows.event(published.topic(), "key");
        var second = OutboxRows.event(published.topic(), "key");

        QuarkusTransaction.begin();
        outbox.append(first);
        var other = CompletableFuture.runAsync(() -> rows.commit(second));
        Eventually.until(
                "the second writer waits",
                () -> QuarkusTransaction.suspendingExisting().call(() -> rows.writersWaiting() == 1));
        QuarkusTransaction.commit();
        other.get(10, TimeUnit.SECONDS);
        relays.start();

        published.untilEvents(2);
        assertEquals(OutboxRows.ids(List.of(first, second)), published.firstOccurrencesOf("key"));
        assertEquals(OutboxRows.ids(List.of(first, second)), rows.column("select event_id from outbox order by id"));
    }

    @Test
    void writersOfDifferentKeysDoNotWaitForEachOther() {
        QuarkusTransaction.begin();
        outbox.append(OutboxRows.event(published.topic(), "one"));
        var other = CompletableFuture.runAsync(() -> rows.commit(OutboxRows.event(published.topic(), "other")));

        Eventually.until("the other committed", other::isDone);

        QuarkusTransaction.rollback();
    }

    @Test
    void publishesARowWhoseIdIsLowerButCommitsLate() {
        var late = OutboxRows.event(published.topic(), "late");
        var early = OutboxRows.event(published.topic(), "early");
        relays.start();

        QuarkusTransaction.begin();
        outbox.append(late);
        QuarkusTransaction.suspendingExisting().run(() -> {
            rows.commit(early);
            published.untilEvents(1);
        });
        QuarkusTransaction.commit();

        published.untilEvents(2);
        assertEquals(OutboxRows.ids(List.of(early, late)), published.firstOccurrences());
        assertEquals(OutboxRows.ids(List.of(late, early)), rows.column("select event_id from outbox order by id"));
    }

    @Test
    void keepsTheGivenOrderWithinAKeyWhateverTheOrderOfTheKeys() {
        var z = OutboxRows.events(published.topic(), "z", 3);
        var a = OutboxRows.events(published.topic(), "a", 3);
        relays.start();

        rows.commit(List.of(z.get(0), a.get(0), z.get(1), a.get(1), z.get(2), a.get(2)));

        published.untilEvents(6);
        assertEquals(OutboxRows.ids(z), published.firstOccurrencesOf("z"));
        assertEquals(OutboxRows.ids(a), published.firstOccurrencesOf("a"));
    }

    @Test
    void writersWithTheSameKeysInOppositeOrderDoNotBlockEachOther() throws Exception {
        var writers = new CompletableFuture<?>[8];
        for (var i = 0; i < writers.length; i++) {
            var one = i % 2 == 0 ? "a" : "b";
            var other = i % 2 == 0 ? "b" : "a";
            writers[i] = CompletableFuture.runAsync(() -> {
                for (var round = 0; round < 25; round++) {
                    rows.commit(List.of(
                            OutboxRows.event(published.topic(), one), OutboxRows.event(published.topic(), other)));
                }
            });
        }

        CompletableFuture.allOf(writers).get(20, TimeUnit.SECONDS);

        assertEquals(400, rows.waiting());
    }

    @Test
    void republishesWhatWasSentSinceInTheSameOrder() {
        var old = OutboxRows.event(published.topic(), "key");
        var events = OutboxRows.events(published.topic(), "key", 3);
        relays.start();
        rows.commit(old);
        rows.commit(events);
        published.untilEvents(4);
        Eventually.until("all are marked", () -> rows.waiting() == 0);
        rows.execute("update outbox set sent_at = sent_at - interval '1 hour' where event_id = '" + old.id() + "'");

        var republished = outbox.republishSince(Instant.now().minusSeconds(600));

        assertEquals(3, republished);
        published.until("three once more", records -> records.size() == 7);
        var again = published.records().subList(4, 7);
        assertEquals(
                OutboxRows.ids(events),
                again.stream().map(record -> TestEvents.header(record, "ce_id")).toList());
    }
}
