package io.dovetail.kit.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.parts.KitParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What no longer matters is forgotten, and nothing else. */
@QuarkusTest
@QuarkusTestResource(KitParts.class)
class SweepTest {
    @Inject
    Sweep sweep;

    @Inject
    OutboxRows rows;

    @BeforeEach
    void begin() {
        rows.execute("truncate outbox, inbox, spent_ticket, ended_tokens, rate_limit");
    }

    @Test
    void forgetsSentEventsAfterSevenDaysAndKeepsThoseThatWaitOrWereRefused() {
        rows.commit(OutboxRows.events("topic", "key", 4));
        rows.execute("update outbox set key = 'old', sent_at = now() - interval '169 hours'"
                + " where id = (select min(id) from outbox)");
        rows.execute("update outbox set key = 'new', sent_at = now() - interval '167 hours'"
                + " where id = (select min(id) from outbox where key = 'key')");
        rows.execute("update outbox set key = 'refused', refused = 'too large', written_at = now() - interval '9 days'"
                + " where id = (select min(id) from outbox where key = 'key')");
        rows.execute("update outbox set key = 'waiting', written_at = now() - interval '9 days' where key = 'key'");

        sweep.sweep();

        assertEquals(List.of("new", "refused", "waiting"), rows.column("select key from outbox order by key"));
    }

    @Test
    void forgetsInboxRowsAfterThirtyDays() {
        rows.execute("insert into inbox values (gen_random_uuid(), 'old', now() - interval '31 days'),"
                + " (gen_random_uuid(), 'new', now() - interval '29 days')");

        sweep.sweep();

        assertEquals(List.of("new"), rows.column("select listener from inbox"));
    }

    @Test
    void forgetsSpentTicketsOnceTheyCouldNotBeOpenedAnyMore() {
        rows.execute("insert into spent_ticket values ('old', now() - interval '2 hours'), ('new', now())");

        sweep.sweep();

        assertEquals(List.of("new"), rows.column("select id from spent_ticket"));
    }

    @Test
    void forgetsEndedTokensOnceNoneOfThemLives() {
        rows.execute("insert into ended_tokens (company_id, before)"
                + " values (gen_random_uuid(), now() - interval '2 hours'), (gen_random_uuid(), now())");

        sweep.sweep();

        assertEquals(1, rows.count("select count(*) from ended_tokens where before > now() - interval '1 hour'"));
        assertEquals(1, rows.count("select count(*) from ended_tokens"));
    }

    @Test
    void forgetsBucketsThatAreFullAgain() {
        rows.execute("insert into rate_limit values ('full', now() - interval '1 second'),"
                + " ('filling', now() + interval '1 minute')");

        sweep.sweep();

        assertEquals(List.of("filling"), rows.column("select key from rate_limit"));
    }

    @Test
    void forgetsMoreThanOneBatch() {
        rows.execute("insert into spent_ticket select 'ticket-' || n, now() - interval '2 hours'"
                + " from generate_series(1, 12001) n");

        sweep.sweep();

        assertEquals(0, rows.count("select count(*) from spent_ticket"));
    }
}
