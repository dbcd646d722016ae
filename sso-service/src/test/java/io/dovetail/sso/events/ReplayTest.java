package io.dovetail.sso.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.event.EventDispatcher;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.History;
import io.dovetail.kit.testing.Replay;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A recorded journey, told in any order and in part twice, leads what stood at Enable to the same rows. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class ReplayTest {

    /**
     * Without the moment at which an event was written. Not compared: {@code ended_tokens}, for the recorded ones ended
     * so long ago that the next sweep takes them.
     */
    private static final List<String> ROWS = List.of(
            "select 'company ' || to_jsonb(t)::text from company_copy t where company_id = ?",
            "select 'user ' || to_jsonb(t)::text from user_copy t where company_id = ?",
            "select 'binding ' || to_jsonb(t)::text from binding_copy t where company_id = ?",
            "select 'connection ' || to_jsonb(t)::text from connection t where company_id = ?",
            "select 'sign-in ' || to_jsonb(t)::text from sign_in_record t where company_id = ?",
            "select concat_ws(' ', 'event', type, topic, key, actor_type, actor_id, data) from outbox"
                    + " where company_id = ?");

    @Inject
    EventDispatcher dispatcher;

    @Inject
    DataSource database;

    @Inject
    AtEnable atEnable;

    @ParameterizedTest
    @CsvSource({"enabled, ON_TRIAL, 0", "ten-steps, ON, 5"})
    void leadsToTheSameRowsInWhateverOrderItIsTold(String name, String state, int sessions) {
        var history = History.read(name);
        var replay = new Replay(history.of("dovetail.users", "dovetail.bindings"), database, ROWS);

        replay.tell((order, events) -> {
            atEnable.stand(history, order);
            events.forEach(dispatcher::dispatch);
        });

        var rows = replay.requireSameRows();
        assertEquals(1, count(rows, "connection ", "\"state\": \"" + state + "\""), rows.toString());
        assertEquals(sessions, count(rows, "sign-in ", "\"result\": \"SESSION_OPENED\""), rows.toString());
        assertEquals(sessions == 0 ? 0 : 1, count(rows, "event ", "dovetail.connection-changed.v1"), rows.toString());
    }

    private static long count(List<String> rows, String table, String text) {
        return rows.stream()
                .filter(row -> row.startsWith(table) && row.contains(text))
                .count();
    }
}
