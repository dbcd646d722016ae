package io.dovetail.notifications.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.event.EventDispatcher;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.History;
import io.dovetail.kit.testing.Replay;
import io.dovetail.kit.testing.StoredRows;
import io.dovetail.kit.testing.TestEvents;
import io.dovetail.notifications.smtp.SmtpPort;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A recorded journey, told in any order and in part twice, leads to the same mails, each once, and the same copies. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
@QuarkusTestResource(SmtpPort.class)
@TestProfile(ReplayTest.NobodySends.class)
class ReplayTest {
    private static final List<String> NOTICES =
            List.of("dovetail.connection-enabled.v1", "dovetail.connection-disabled.v1");

    /**
     * Without what is drawn or measured anew each time: ids, moments, the end of a mail whose link does not end. Not
     * compared: {@code ended_tokens}, for the recorded ones ended so long ago that the next sweep takes them.
     */
    private static final List<String> ROWS = List.of(
            "select 'company ' || to_jsonb(t)::text from company_copy t where company_id = ?",
            "select 'dead ' || to_jsonb(t)::text from dead_switch_over t where company_id = ?",
            "select 'user ' || to_jsonb(t)::text from user_copy t where company_id = ?",
            "select 'mail ' || (to_jsonb(t) - 'id' - 'queued_at' - 'next_try_at' - 'settled_at'"
                    + " - case when link_id is null then 'ends_at' else 'id' end)::text"
                    + " from delivery t where company_id = ?",
            "select 'link ' || (to_jsonb(t) - 'heard_at')::text from link_fate t"
                    + " where link_id in (select link_id from delivery where company_id = ?)",
            "select concat_ws(' ', 'event', type, topic, key, actor_type, actor_id, data) from outbox"
                    + " where company_id = ?");

    /** What was recorded was sealed with other keys, and its links have ended. */
    public static class NobodySends implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("dovetail.mail.sender.threads", "0");
        }
    }

    @Inject
    EventDispatcher dispatcher;

    @Inject
    DataSource database;

    @ParameterizedTest
    @CsvSource({"enabled, 5, 1", "ten-steps, 13, 3"})
    void leadsToTheSameRowsInWhateverOrderItIsTold(String name, int waiting, int cancelled) {
        var heard = History.read(name).of("dovetail.users", "dovetail.bindings", "dovetail.sso");
        var replay = new Replay(heard, database, ROWS);

        replay.tell((order, events) -> tell(events));

        var rows = replay.requireSameRows();
        assertEquals(waiting, mails(rows, "QUEUED"), rows.toString());
        assertEquals(cancelled, mails(rows, "CANCELLED"), rows.toString());
    }

    /**
     * A notice that comes before the administrators are known waits among the dead letters: it is told again at last.
     */
    private void tell(List<ConsumerRecord<String, byte[]>> events) {
        var early = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (var event : events) {
            if (NOTICES.contains(TestEvents.header(event, "ce_type")) && !knowsAnAdministrator(event)) {
                early.add(event);
            } else {
                dispatcher.dispatch(event);
            }
        }
        early.forEach(dispatcher::dispatch);
    }

    private boolean knowsAnAdministrator(ConsumerRecord<String, byte[]> event) {
        return !StoredRows.of(
                        database,
                        "select user_id from user_copy join company_copy using (company_id)"
                                + " where company_id = ?::uuid and role = 'ADMIN' and status = 'ACTIVE'",
                        TestEvents.header(event, "ce_subject"))
                .isEmpty();
    }

    private static long mails(List<String> rows, String state) {
        return rows.stream()
                .filter(row -> row.startsWith("mail ") && row.contains("\"state\": \"" + state + "\""))
                .count();
    }
}
