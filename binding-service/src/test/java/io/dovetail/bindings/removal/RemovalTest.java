package io.dovetail.bindings.removal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.bindings.Scene;
import io.dovetail.bindings.Scene.Attempt;
import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.TestEvents;
import io.dovetail.kit.testing.Traces;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of removed users and companies nothing stays but the id, and what comes late brings nothing back. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class RemovalTest {
    private static final List<String> NOWHERE = List.of();
    private static final String WAITING_FOR_A_JOB =
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like 'update job %'";

    @Inject
    Scene scene;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    private final Attempt ada = new Attempt(
            UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "saml-" + UUID.randomUUID(), UUID.randomUUID());
    private final Attempt bob = ada.byUser(UUID.randomUUID()).withSamlId("saml-" + UUID.randomUUID());
    private final UUID company = ada.companyId();
    private final String address = ada.userId() + "@example.com";

    /**
     * Both got a link when single sign-on was turned on and are bound; Ada also tried Bob's identity and asked anew.
     */
    @BeforeEach
    void twoPeopleOfACompany() {
        scene.awaitTaken(
                scene.companyChanged(company, "Works " + company),
                scene.userChanged(company, ada.userId(), 1, address, "ACTIVE"),
                scene.userChanged(company, bob.userId(), 1, "bob@example.com", "ACTIVE"),
                scene.connectionChanged(company, 1, "ON_TRIAL", ada.source(), 1, null));
        Eventually.until("two links", () -> scene.told(company, "link-issued") == 2);
        Scene.present(scene.ticket(bob)).then().statusCode(200);
        Scene.present(scene.ticket(ada.withSamlId(bob.samlId()))).then().statusCode(409);
        Scene.present(scene.ticket(ada)).then().statusCode(200);
        scene.awaitTaken(scene.linkAsked(company, ada.userId(), 9, clock.instant()));
        scene.execute("insert into passed_on values (?, ?, now())", ada.userId(), company);
        Eventually.until(
                "all to be told",
                () -> scene.count("select count(*) from outbox where company_id = ? and sent_at is null", company)
                        == 0);
    }

    @Test
    void noTableKeepsAnythingOfAnErasedUser() {
        scene.awaitTaken(userErased());

        assertEquals(NOWHERE, Traces.of(ada.userId().toString(), database));
        assertEquals(NOWHERE, Traces.of(ada.samlId(), database));
        assertEquals(
                List.of("binding", "binding_link", "outbox", "user_copy"),
                Traces.of(bob.userId().toString(), database));
    }

    /** As whoever carries a job on: they hold it before its users. */
    @Test
    void waitsForAJobBeforeItTakesTheUser() throws SQLException {
        scene.execute(
                "update job set actor_id = ? where company_id = ?", ada.userId().toString(), company);

        try (var worker = database.getConnection()) {
            worker.setAutoCommit(false);
            lock(worker, "select id from job where company_id = ? for update", company);
            var erased = userErased();
            Eventually.until("the removal to wait", () -> scene.count(WAITING_FOR_A_JOB) > 0);
            lock(worker, "select user_id from user_copy where company_id = ? for update nowait", company);
            worker.rollback();

            scene.awaitTaken(erased);
        }

        assertEquals(NOWHERE, Traces.of(ada.userId().toString(), database));
    }

    private static void lock(Connection connection, String sql, UUID company) throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            select.setObject(1, company);
            assertTrue(select.executeQuery().next());
        }
    }

    @Test
    void whatComesLateAboutAnErasedUserBringsNothingBack() {
        scene.awaitTaken(userErased());

        Scene.present(scene.ticket(ada)).then().statusCode(409);
        scene.awaitTaken(
                scene.userChanged(company, ada.userId(), 99, address, "ACTIVE"),
                scene.accept(ada.withSamlId("saml-of-" + ada.userId())),
                scene.linkAsked(company, ada.userId(), 1, clock.instant()),
                userErased());

        assertEquals(NOWHERE, Traces.of(ada.userId().toString(), database));
    }

    @Test
    void noTableKeepsAnythingOfARemovedCompany() {
        scene.awaitTaken(companyRemoved());

        for (var trace : List.of(company, ada.userId(), ada.samlId(), bob.userId(), bob.samlId())) {
            assertEquals(NOWHERE, Traces.of(trace.toString(), database));
        }
    }

    @Test
    void whatComesLateAboutARemovedCompanyBringsNothingBack() {
        scene.awaitTaken(companyRemoved());

        scene.awaitTaken(
                scene.companyChanged(company, "Works " + company),
                scene.userChanged(company, ada.userId(), 99, address, "ACTIVE"),
                scene.connectionChanged(company, 99, "ON", ada.source(), 3, null),
                scene.linkAsked(company, ada.userId(), 9, clock.instant()),
                scene.accept(ada.withSamlId("saml-of-" + ada.userId())));

        assertEquals(NOWHERE, Traces.of(company.toString(), database));
        assertEquals(NOWHERE, Traces.of(ada.userId().toString(), database));
    }

    private UUID userErased() {
        return publish("user-erased", ada.userId(), Map.of("companyId", company, "userId", ada.userId()));
    }

    private UUID companyRemoved() {
        return publish("company-removed", company, Map.of("companyId", company));
    }

    private UUID publish(String name, UUID key, Map<String, ?> data) {
        var event = Event.of("dovetail.users", name, key.toString(), company, Actor.system(), Instant.now(), data);
        TestEvents.publish(event);
        return event.id();
    }
}
