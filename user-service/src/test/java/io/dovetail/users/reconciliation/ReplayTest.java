package io.dovetail.users.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.kit.event.EventDispatcher;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.History;
import io.dovetail.kit.testing.Replay;
import io.dovetail.kit.testing.StoredRows;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A recorded journey, told in any order and in part twice, leads the same company and people to the same rows, and has
 * this service tell the same deeds: nobody is mailed twice because of an order.
 */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class ReplayTest {
    private static final List<String> HEARD = List.of("dovetail.sso", "dovetail.bindings", "dovetail.mail");

    /** Without what is drawn or measured anew each time: ids, tokens, moments. */
    private static final List<String> ROWS = List.of(
            "select 'user ' || (to_jsonb(t) - 'created_at')::text from user_account t where company_id = ?",
            "select 'connection ' || to_jsonb(t)::text from connection_copy t where company_id = ?",
            "select 'binding ' || to_jsonb(t)::text from binding_copy t where company_id = ?",
            "select 'switch-over ' || to_jsonb(t)::text from switch_over t where company_id = ?",
            "select 'last mail ' || to_jsonb(t)::text from last_mail t join user_account u on u.id = t.user_id"
                    + " where u.company_id = ?",
            "select 'audit ' || (to_jsonb(t) - 'id')::text from audit_entry t where company_id = ?",
            "select 'password ' || (to_jsonb(t) - 'changed_at')::text from password t join user_account u"
                    + " on u.id = t.user_id where u.company_id = ?",
            "select 'link ' || (to_jsonb(t) - 'id' - 'token_hash' - 'issued_at' - 'expires_at')::text"
                    + " from password_link t join user_account u on u.id = t.user_id where u.company_id = ?"
                    + " and used_at is null and replaced_at is null and cancelled_at is null");

    /**
     * How often each was told, good or dead by now.
     *
     * <p>Nothing of it may differ here: a link is owed once for each settled switch-over, and one that an order does
     * not come to know is settled before anybody walks. A recording in which somebody is owed a link by an undo, before
     * the next Enable is settled, could have fewer of these in another order, but never more. The moments, the tokens
     * and the order among each other do differ, and so does what is left out here: how often a walk was begun.
     */
    private static final List<String> DEEDS = List.of(
            "select 'issued ' || t.user_id || ' ' || cause || ' settled ' || settled || ': ' || count(*)"
                    + " from password_link t join user_account u on u.id = t.user_id where u.company_id = ?"
                    + " group by t.user_id, cause, settled",
            "select 'told ' || type || ' ' || key || ': ' || count(*) from outbox where company_id = ?"
                    + " group by type, key");

    @Inject
    EventDispatcher dispatcher;

    @Inject
    DataSource database;

    @Inject
    EntityManager entities;

    @ParameterizedTest
    @ValueSource(strings = {"enabled", "ten-steps"})
    void leadsToTheSameRowsInWhateverOrderItIsTold(String name) {
        var whole = History.read(name);
        var replay = new Replay(
                whole, database, Stream.concat(ROWS.stream(), DEEDS.stream()).toList());

        replay.tell((order, events) -> {
            gather(whole, order);
            events.stream().filter(event -> HEARD.contains(event.topic())).forEach(dispatcher::dispatch);
        });
        Eventually.until(
                "everybody is reconciled",
                () -> StoredRows.of(database, "select id::text from job where state = 'RUNNING'")
                        .isEmpty());

        replay.requireSameRows();
    }

    /** The company and its people as they were before the others told anything: whoever was active had a password. */
    private void gather(History history, int order) {
        var company = History.id(history.company(), order);
        QuarkusTransaction.requiringNew().run(() -> {
            run(
                    "insert into company (id, name, status, single_sign_on, first_administrator_id, revision, created_at)"
                            + " values (?1, 'Example Works', 'ACTIVE', 'ALLOWED', ?1, 1, now())",
                    company);
            people(history).forEach((user, data) -> {
                var id = History.id(user, order);
                var active = data.get("hasPassword").asBoolean();
                run(
                        "insert into user_account (id, company_id, email, first_name, last_name, role, status,"
                                + " has_password, revision, created_at, invited_by, came) values (?1, ?2, ?3, 'A', 'B',"
                                + " ?4, ?5, ?6, 1, now(), ?2, ?6)",
                        id,
                        company,
                        data.get("email").asText(),
                        data.get("role").asText(),
                        active ? "ACTIVE" : "PENDING",
                        active);
                if (active) {
                    run("insert into password (user_id, hash, changed_at) values (?1, 'none', now())", id);
                }
            });
        });
    }

    /** The first that was told of each with a password, else the first at all. */
    private static Map<String, JsonNode> people(History history) {
        var people = new LinkedHashMap<String, JsonNode>();
        for (var event : history.of("dovetail.users").events()) {
            var data = event.get("data");
            if (event.get("type").asText().equals("dovetail.user-changed.v1")) {
                people.merge(
                        data.get("userId").asText(),
                        data,
                        (one, next) -> one.get("hasPassword").asBoolean() ? one : next);
            }
        }
        return people;
    }

    private void run(String sql, Object... parameters) {
        var query = entities.createNativeQuery(sql);
        for (var index = 0; index < parameters.length; index++) {
            query.setParameter(index + 1, parameters[index]);
        }
        query.executeUpdate();
    }
}
