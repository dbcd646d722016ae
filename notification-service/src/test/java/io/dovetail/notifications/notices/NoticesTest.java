package io.dovetail.notifications.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.TestEvents;
import io.dovetail.notifications.Neighbours;
import io.dovetail.notifications.Neighbours.Person;
import io.dovetail.notifications.smtp.Postbox;
import io.dovetail.notifications.smtp.SmtpPort;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every administrator of a company is told of its single sign-on. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
@QuarkusTestResource(SmtpPort.class)
class NoticesTest {
    private final Postbox postbox = Postbox.shared();
    private final UUID company = UUID.randomUUID();
    private final Person grace = Neighbours.person(company);
    private final Person ada = Neighbours.person(company);

    @Inject
    Neighbours neighbours;

    @BeforeEach
    void knowTheCompany() {
        neighbours.knowCompany(company, "Example Works");
        neighbours.know(grace, 1, Map.of("firstName", "Grace", "lastName", "Hopper"));
        neighbours.know(ada, 1, Map.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            connection-enabled     | false | Single sign-on of Example Works is on             | Grace Hopper of Example Works turned single sign-on on
            connection-disabled    | false | Single sign-on of Example Works is off            | Everyone is mailed a link to create a new password
            connection-disabled    | true  | Single sign-on of Example Works is off again      | before anybody had signed in through it
            connection-rolled-back | false | Single sign-on of Example Works turned itself off | nobody signed in
            recovery-code-used     | false | A recovery code of Example Works was used         | Recovery codes left: 7
            metadata-held          | false | Look at the changed metadata of your provider for Example Works | save a new draft if you moved
            metadata-failing       | false | The metadata of your provider for Example Works can't be read any more | save a new draft with the address
            certificate-expiring   | false | A certificate for the single sign-on of Example Works ends on Monday 1 March 2027, 00:00 UTC | by itself within the hour""")
    void everyAdministratorIsTold(String name, boolean undone, String subject, String words) throws Exception {
        var event = neighbours.event(
                "sso", name, company, Actor.user(grace.userId()), Map.of("userId", grace.userId(), "undone", undone));

        TestEvents.publish(event);

        for (var administrator : new Person[] {grace, ada}) {
            var mail = postbox.await(administrator.email());
            assertEquals(subject, mail.getSubject());
            assertTrue(text(mail).contains(words), text(mail));
            assertTrue(text(mail).contains("http://localhost:8080/settings/single-sign-on"), text(mail));
        }
        neighbours.awaitMails(event, 2, "SENT");
    }

    @Test
    void everyAdministratorIsToldOfKeysThatCameByThemselves() throws Exception {
        var event = neighbours.event("sso", "keys-changed", company, Actor.system(), Map.of());

        TestEvents.publish(event);

        for (var administrator : new Person[] {grace, ada}) {
            var mail = postbox.await(administrator.email());
            assertEquals("Your provider has a new key for the single sign-on of Example Works", mail.getSubject());
            assertTrue(text(mail).contains("disable single sign-on at once"), text(mail));
        }
        neighbours.awaitMails(event, 2, "SENT");
    }

    /** An administrator's own act, a draft's keys, and keys that only went away. */
    @Test
    void nobodyIsToldOfKeysThatLetNobodyInUnasked() {
        var actor = Actor.user(grace.userId());
        var events = List.of(
                neighbours.event("sso", "keys-changed", company, actor, Map.of()),
                neighbours.event("sso", "keys-changed", company, Actor.system(), Map.of("foremost", false)),
                neighbours.event("sso", "keys-changed", company, Actor.system(), Map.of("added", List.of())));

        events.forEach(TestEvents::publish);

        var last = neighbours.event("sso", "connection-rolled-back", company, Actor.system(), Map.of());
        TestEvents.publish(last);
        neighbours.awaitMails(last, 2, "SENT");
        assertEquals(1, postbox.to(grace.email()).size());
    }

    @Test
    void nobodyElseIsTold() {
        neighbours.know(Neighbours.person(company), 1, Map.of("role", "MEMBER"));
        neighbours.know(Neighbours.person(company), 1, Map.of("status", "DEACTIVATED"));
        neighbours.know(Neighbours.person(company), 1, Map.of("status", "PENDING"));
        var stranger = Neighbours.person(UUID.randomUUID());
        neighbours.know(stranger, 1, Map.of());
        var event = enabled();

        TestEvents.publish(event);

        neighbours.awaitMails(event, 2, "SENT");
        assertEquals(0, postbox.to(stranger.email()).size());
    }

    @Test
    void theNewestStateOfAUserCountsWhateverCameLast() {
        neighbours.know(ada, 3, Map.of("role", "MEMBER"));
        neighbours.know(ada, 2, Map.of("role", "ADMIN"));
        var event = enabled();

        TestEvents.publish(event);

        neighbours.awaitMails(event, 1, "SENT");
        postbox.await(grace.email());
        assertEquals(0, postbox.to(ada.email()).size());
    }

    @Test
    void theSameEventTwiceTellsOnce() {
        var event = enabled();

        TestEvents.publish(event);
        TestEvents.publish(event);

        neighbours.take(neighbours.event("sso", "connection-rolled-back", company, Actor.system(), Map.of()));
        neighbours.awaitMails(event, 2, "SENT");
    }

    @Test
    void anEventOfACompanyThatIsNotKnownWaitsAmongTheDeadLetters() {
        var unknown = UUID.randomUUID();

        TestEvents.publish(neighbours.event("sso", "connection-enabled", unknown, Actor.system(), Map.of()));

        TestEvents.await(
                "dovetail.sso.notification-service.dead",
                record -> TestEvents.header(record, "ce_subject").equals(unknown.toString()));
    }

    private Event enabled() {
        return neighbours.event(
                "sso", "connection-enabled", company, Actor.user(grace.userId()), Map.of("userId", grace.userId()));
    }

    private static String text(MimeMessage mail) throws Exception {
        return (String) ((Multipart) mail.getContent()).getBodyPart(0).getContent();
    }
}
