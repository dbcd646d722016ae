package io.dovetail.notifications.removal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.Traces;
import io.dovetail.notifications.Neighbours;
import io.dovetail.notifications.Neighbours.Person;
import io.dovetail.notifications.Scene;
import io.dovetail.notifications.smtp.Postbox;
import io.dovetail.notifications.smtp.SmtpPort;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of removed people and companies nothing stays but the id, and what comes late is mailed to nobody. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
@QuarkusTestResource(SmtpPort.class)
class RemovalTest {
    private static final List<String> NOWHERE = List.of();
    private static final String BIND = "http://localhost:8080/bind/abc_DEF-123";

    @Inject
    Neighbours neighbours;

    @Inject
    Scene scene;

    @Inject
    DataSource database;

    private final UUID company = UUID.randomUUID();
    private final Person ada = Neighbours.person(company);
    private final Person bob = Neighbours.person(company);
    private final UUID job = UUID.randomUUID();
    private final String adasName = "Lovelace-" + ada.userId();

    /** Ada was mailed a link, and had one mailed to Bob in her name. */
    @BeforeEach
    void twoPeopleOfACompany() {
        Postbox.shared();
        neighbours.knowCompany(company, "Works " + company);
        neighbours.know(ada, 1, Map.of("firstName", "Ada", "lastName", adasName));
        neighbours.know(bob, 1, Map.of());
        neighbours.awaitMails(taken(issued(ada, Actor.system())), 1, "SENT");
        neighbours.awaitMails(taken(issued(bob, Actor.user(ada.userId()))), 1, "SENT");
        taken(neighbours.event("bindings", "job-progressed", company, Actor.system(), Map.of("jobId", job)));
        assertEquals(1, scene.count("select count(*) from delivery where who = ?", "Ada " + adasName));
    }

    @Test
    void noTableKeepsAnythingOfAnErasedPerson() {
        neighbours.take(userErased());

        assertEquals(NOWHERE, Traces.of(ada.userId().toString(), database));
        assertEquals(NOWHERE, Traces.of(adasName, database));
        assertTrue(Traces.of(bob.userId().toString(), database).containsAll(List.of("delivery", "user_copy")));
    }

    @Test
    void whatComesLateAboutAnErasedPersonIsNeitherKeptNorMailed() {
        neighbours.take(userErased());

        neighbours.take(issued(ada, Actor.system()));
        neighbours.know(ada, 99, Map.of("firstName", "Ada", "lastName", adasName));
        neighbours.take(neighbours.about(ada, "users", "way-in-asked", Actor.anonymous(), Map.of()));

        assertEquals(NOWHERE, Traces.of(ada.userId().toString(), database));
        assertEquals(1, Postbox.shared().to(ada.email()).size());
    }

    @Test
    void noTableKeepsAnythingOfARemovedCompany() {
        taken(neighbours.event("sso", "connection-disabled", company, Actor.system(), Map.of()));
        assertTrue(Traces.of(company.toString(), database).containsAll(List.of("switch_off", "dead_switch_over")));

        neighbours.take(companyRemoved());

        for (var trace : List.of(company, ada.userId(), bob.userId(), job)) {
            assertEquals(NOWHERE, Traces.of(trace.toString(), database));
        }
    }

    @Test
    void whatComesLateAboutARemovedCompanyIsNeitherKeptNorMailed() {
        neighbours.take(companyRemoved());

        neighbours.knowCompany(company, "Works " + company);
        neighbours.know(bob, 99, Map.of());
        neighbours.take(issued(bob, Actor.system()));
        neighbours.take(neighbours.event("sso", "connection-disabled", company, Actor.system(), Map.of()));
        neighbours.take(neighbours.event("bindings", "job-progressed", company, Actor.system(), Map.of()));

        assertEquals(NOWHERE, Traces.of(company.toString(), database));
        assertEquals(1, Postbox.shared().to(bob.email()).size());
    }

    private Event issued(Person to, Actor actor) {
        var changes = Map.of(
                "kind",
                "BINDING",
                "cause",
                "RESENT",
                "linkId",
                UUID.randomUUID(),
                "sealedLink",
                neighbours.sealed("binding-service", BIND),
                "expiresAt",
                neighbours.linkEnd().toString());
        return neighbours.about(to, "bindings", "link-issued", actor, changes);
    }

    private Event taken(Event event) {
        neighbours.take(event);
        return event;
    }

    private Event userErased() {
        return neighbours.event("users", "user-erased", company, Actor.system(), Map.of("userId", ada.userId()));
    }

    private Event companyRemoved() {
        return neighbours.event("users", "company-removed", company, Actor.system(), Map.of());
    }
}
