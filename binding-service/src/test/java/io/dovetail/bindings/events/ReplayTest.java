package io.dovetail.bindings.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.dovetail.kit.event.EventDispatcher;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.History;
import io.dovetail.kit.testing.StoredRows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A recorded journey, told in any order and in part twice, leads to the same rows. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class ReplayTest {
    private static final int ORDERS = 500;

    /** Without what is drawn or measured anew each time: ids, tokens, moments; links that are dead are not compared. */
    private static final List<String> ROWS = List.of(
            "select 'user ' || to_jsonb(t)::text from user_copy t where company_id = ?",
            "select 'company ' || to_jsonb(t)::text from company_copy t where company_id = ?",
            "select 'connection ' || to_jsonb(t)::text from connection_copy t where company_id = ?",
            "select 'binding ' || (to_jsonb(t) - 'id' - 'bound_at')::text from binding t where company_id = ?",
            "select 'refusal ' || (to_jsonb(t) - 'id' - 'refused_at')::text from refusal t where company_id = ?",
            "select 'link ' || (to_jsonb(t) - 'id' - 'token_hash' - 'issued_at' - 'expires_at' - 'cause')::text"
                    + " from binding_link t where company_id = ? and used_at is null and ended_at is null");

    @Inject
    EventDispatcher dispatcher;

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(strings = {"enabled", "ten-steps"})
    void leadsToTheSameRowsInWhateverOrderItIsTold(String name) {
        var history = History.read(name).of("dovetail.sso", "dovetail.users", "dovetail.mail");

        history.inOrder(0).forEach(dispatcher::dispatch);
        for (var order = 1; order <= ORDERS; order++) {
            history.shuffled(order).forEach(dispatcher::dispatch);
        }
        Eventually.until(
                "all jobs are done",
                () -> StoredRows.of(database, "select id from job where state <> 'DONE'")
                        .isEmpty());

        var expected = rows(history, 0);
        assertFalse(expected.isEmpty());
        for (var order = 1; order <= ORDERS; order++) {
            assertEquals(expected, rows(history, order), name + " in order " + order);
        }
    }

    private List<String> rows(History history, int order) {
        var company = History.id(history.company(), order);
        return ROWS.stream()
                .flatMap(query -> StoredRows.of(database, query, company).stream())
                .map(row -> history.original(row, order))
                .sorted()
                .toList();
    }
}
