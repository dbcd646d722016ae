package io.dovetail.bindings.events;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.kit.event.EventDispatcher;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.History;
import io.dovetail.kit.testing.Replay;
import io.dovetail.kit.testing.StoredRows;
import io.dovetail.kit.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A recorded journey, told in any order and in part twice, leads to the same rows, and mails nobody more than it must.
 *
 * <p>{@code there-and-back} is written by hand. An administrator's unbinding is no event but a call, made where the
 * history holds the {@code binding-removed} that it brings about: it needs the binding that was told of before. Nobody
 * is bound in it who is deactivated: whether such a person was bound just before is for the order to say.
 */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class ReplayTest {
    private static final int ORDERS = 500;
    private static final String UNBOUND = "dovetail.binding-removed.v1";

    /**
     * Without what is drawn or measured anew each time: ids, tokens, moments. Of an open link all else has to be the
     * same but its cause: a reactivation is none for who never heard of the deactivation.
     *
     * <p>Dead links differ, and are held to {@link #requireNoLinkTooMany} instead: an order in which a switch-over, an
     * address or a deactivation is heard of too late makes no link for it that would have to die.
     */
    private static final List<String> ROWS = List.of(
            "select 'user ' || to_jsonb(t)::text from user_copy t where company_id = ?",
            "select 'company ' || to_jsonb(t)::text from company_copy t where company_id = ?",
            "select 'connection ' || to_jsonb(t)::text from connection_copy t where company_id = ?",
            "select 'binding ' || (to_jsonb(t) - 'id' - 'bound_at')::text from binding t where company_id = ?",
            "select 'refusal ' || (to_jsonb(t) - 'id' - 'refused_at')::text from refusal t where company_id = ?",
            "select 'waiting ' || to_jsonb(t)::text from waiting_request t where company_id = ?",
            "select 'link ' || (to_jsonb(t) - 'id' - 'token_hash' - 'issued_at' - 'expires_at' - 'cause')::text"
                    + " from binding_link t where company_id = ? and used_at is null and ended_at is null",
            "select 'told ' || type || (data::jsonb - 'bindingId')::text from outbox"
                    + " where company_id = ? and type like 'dovetail.binding-%'");

    /** Those that were not told of once, or whose end was not told of once. */
    private static final String WRONGLY_TOLD = """
            select concat_ws(' ', l.id, l.cause, l.end_reason, told.issued, told.cancelled)
            from binding_link l left join (
                select data::jsonb ->> 'linkId' as link,
                    count(*) filter (where type = 'dovetail.link-issued.v1') as issued,
                    count(*) filter (where type = 'dovetail.link-cancelled.v1') as cancelled
                from outbox where type in ('dovetail.link-issued.v1', 'dovetail.link-cancelled.v1') group by 1) told
                on told.link = l.id::text
            where issued is distinct from 1 or cancelled <> (case when l.ended_at is null then 0 else 1 end)""";

    private static final String UNASKED = """
            select concat_ws(' ', user_id, source, switch_over, email, count(*)) from binding_link
            where automatic and company_id = ? group by user_id, source, switch_over, email""";

    @Inject
    EventDispatcher dispatcher;

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(strings = {"enabled", "ten-steps", "there-and-back"})
    void leadsToTheSameRowsInWhateverOrderItIsTold(String name) {
        var history = History.read(name);
        var heard = history.of("dovetail.sso", "dovetail.users", "dovetail.mail");
        var replay = new Replay(heard, database, ROWS);

        replay.tell((order, events) -> tell(history, heard, order, events));
        IntStream.rangeClosed(0, ORDERS).forEach(order -> awaitJobs(History.id(history.company(), order)));

        replay.requireSameRows();
        assertEquals(List.of(), StoredRows.of(database, WRONGLY_TOLD));
        IntStream.rangeClosed(0, ORDERS).forEach(order -> requireNoLinkTooMany(heard, order));
    }

    private void awaitJobs(UUID company) {
        var unfinished = "select id from job where company_id = ? and state <> 'DONE'";
        Eventually.until(
                "the jobs' end of " + company,
                () -> StoredRows.of(database, unfinished, company).isEmpty());
    }

    private void tell(History history, History heard, int order, List<ConsumerRecord<String, byte[]>> events) {
        history.where(isOf(UNBOUND)).events().forEach(unbound -> {
            var before = heard.where(event -> time(event).compareTo(time(unbound)) < 0);
            (order == 0 ? before.inOrder(0) : before.shuffled(order)).forEach(dispatcher::dispatch);
            unbind(
                    History.id(history.company(), order),
                    History.id(unbound.get("key").asText(), order));
        });
        events.forEach(dispatcher::dispatch);
    }

    private static void unbind(UUID company, UUID user) {
        given().auth()
                .oauth2(TestTokens.admin(company, UUID.randomUUID()))
                .delete("/api/bindings/" + company + "/" + user)
                .then()
                .statusCode(204);
    }

    /**
     * For each switch-over, source and address a user gets one link that nobody asked for, and one more each time that
     * they are reactivated or that source or address become again what they were.
     */
    private void requireNoLinkTooMany(History history, int order) {
        var company = History.id(history.company(), order);
        for (var row : StoredRows.of(database, UNASKED, company)) {
            var link = history.original(row, order).split(" ");
            var told = history.where(isOf("dovetail.user-changed.v1"))
                    .where(event -> text(event, "userId").equals(link[0]));
            var sources = times(
                    history.where(isOf("dovetail.connection-changed.v1"))
                            .where(event -> text(event, "switchOver").equals(link[2])),
                    "source",
                    link[1]);
            var addresses = times(told, "email", link[3]);
            var reactivations = times(told, "status", "ACTIVE") - 1;

            assertTrue(sources > 0 && addresses > 0, "was never owed: " + row);
            assertTrue(
                    Long.parseLong(link[4]) <= sources + addresses - 1 + Math.max(0, reactivations),
                    "too many in order " + order + ": " + row);
        }
    }

    /** How often it became this; saying it again is nothing new. */
    private static long times(History history, String field, String value) {
        var values = history.events().stream().map(event -> text(event, field)).toList();
        return IntStream.range(0, values.size())
                .filter(index -> values.get(index).equals(value))
                .filter(index -> index == 0 || !values.get(index - 1).equals(value))
                .count();
    }

    private static Predicate<JsonNode> isOf(String type) {
        return event -> event.get("type").asText().equals(type);
    }

    private static String time(JsonNode event) {
        return event.get("time").asText();
    }

    private static String text(JsonNode event, String field) {
        return event.get("data").get(field).asText();
    }
}
