package io.dovetail.notifications.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every link that another service issues arrives in its person's box. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
@QuarkusTestResource(SmtpPort.class)
class LinkMailsTest {
    private static final String BIND = "http://localhost:8080/bind/abc_DEF-123";
    private static final String ACCEPT = "http://localhost:8080/invitation/abc_DEF-123";

    @Inject
    Neighbours neighbours;

    @Test
    void mailsTheLinkThatBindsAnAccountInTheNameOfWhoeverTurnedSingleSignOnOn() throws Exception {
        var ada = Neighbours.person(UUID.randomUUID());
        var grace = Neighbours.person(ada.companyId());
        neighbours.know(grace, 1, Map.of("firstName", "Grace", "lastName", "Hopper"));

        var mail = mailed(ada, issued(ada, "BINDING", "ENABLED", Actor.user(grace.userId())));

        assertEquals("Link your account with Example Works", mail.getSubject());
        assertHasLink(mail, BIND);
        assertTrue(text(mail).contains("Grace Hopper of Example Works turned single sign-on on"), text(mail));
        assertTrue(text(mail).contains(until()), text(mail));
    }

    @Test
    void namesNobodyWhenNobodyIsKnownToHaveAsked() throws Exception {
        var ada = Neighbours.person(UUID.randomUUID());
        var stranger = Neighbours.person(UUID.randomUUID());
        neighbours.know(stranger, 1, Map.of("firstName", "Grace", "lastName", "Hopper"));

        var mail = mailed(ada, issued(ada, "BINDING", "RESENT", Actor.user(stranger.userId())));

        assertTrue(text(mail).contains("an administrator of Example Works sent you a new link"), text(mail));
    }

    @Test
    void mailsTheInvitationThatBindsWhileSingleSignOnIsOn() throws Exception {
        var ada = Neighbours.person(UUID.randomUUID());

        var mail = mailed(ada, issued(ada, "INVITATION", "INVITED", Actor.system()));

        assertEquals("Example Works invites you to Dovetail", mail.getSubject());
        assertHasLink(mail, BIND);
        assertTrue(text(mail).contains("sign-in of your company"), text(mail));
    }

    @Test
    void mailsTheInvitationThatSetsAPasswordWhileSingleSignOnIsOff() throws Exception {
        var ada = Neighbours.person(UUID.randomUUID());
        var sealed = neighbours.sealed("user-service", ACCEPT);
        var changes =
                Map.of("sealedLink", sealed, "expiresAt", neighbours.linkEnd().toString());

        var mail = mailed(ada, neighbours.about(ada, "users", "invitation-issued", Actor.system(), changes));

        assertEquals("Example Works invites you to Dovetail", mail.getSubject());
        assertHasLink(mail, ACCEPT);
        assertTrue(text(mail).startsWith("Hello,"), text(mail));
        assertTrue(text(mail).contains("Grace Hopper of Example Works invited you"), text(mail));
        assertTrue(text(mail).contains("choose a password"), text(mail));
    }

    @Test
    void mailsWhoAskedAtADeadLinkALinkToCreateANewPassword() throws Exception {
        var ada = Neighbours.person(UUID.randomUUID());
        var password = "http://localhost:8080/password/abc_DEF-123";
        var changes = Map.of(
                "cause",
                "PASSWORD_ASKED_FOR",
                "sealedLink",
                neighbours.sealed("user-service", password),
                "expiresAt",
                neighbours.linkEnd().toString());

        var mail = mailed(ada, neighbours.about(ada, "users", "password-link-issued", Actor.anonymous(), changes));

        assertEquals("Create a new password for Example Works", mail.getSubject());
        assertHasLink(mail, password);
    }

    @Test
    void tellsWhereToSignInInsteadWithoutALinkThatEnds() throws Exception {
        var ada = Neighbours.person(UUID.randomUUID());

        var mail = mailed(ada, neighbours.about(ada, "users", "way-in-asked", Actor.anonymous(), Map.of()));

        assertHasLink(mail, "https://app.example.com/auth/saml/6f1c1c3e-8f0b-4a52-9d0e-0c2a7f1b5d11/login");
        assertTrue(text(mail).contains("Example Works uses single sign-on"), text(mail));
        assertFalse(text(mail).contains("until"), text(mail));
    }

    @Test
    void tellsThatAPasswordWasSetWithoutALinkThatSetsOne() throws Exception {
        var ada = Neighbours.person(UUID.randomUUID());

        var mail = mailed(ada, neighbours.about(ada, "users", "password-changed", Actor.user(ada.userId()), Map.of()));

        assertEquals("A new password was set for your account with Example Works", mail.getSubject());
        assertHasLink(mail, "https://app.example.com/sign-in");
        assertTrue(text(mail).contains("on Thursday 15 January 2026, 09:30 UTC"), text(mail));
        assertFalse(text(mail).contains("until"), text(mail));
    }

    @Test
    void opensNoLinkThatTheWrongServiceSealed() {
        var ada = Neighbours.person(UUID.randomUUID());
        var sealed = neighbours.sealed("user-service", BIND);
        var changes =
                Map.of("sealedLink", sealed, "expiresAt", neighbours.linkEnd().toString());
        var event = neighbours.about(ada, "bindings", "link-issued", Actor.system(), changes);

        TestEvents.publish(event);

        neighbours.awaitMails(event, 1, "FAILED");
        assertEquals(0, Postbox.shared().to(ada.email()).size());
    }

    private Event issued(Person to, String kind, String cause, Actor actor) {
        var changes = Map.of(
                "kind",
                kind,
                "cause",
                cause,
                "sealedLink",
                neighbours.sealed("binding-service", BIND),
                "expiresAt",
                neighbours.linkEnd().toString());
        return neighbours.about(to, "bindings", "link-issued", actor, changes);
    }

    private MimeMessage mailed(Person to, Event event) {
        var postbox = Postbox.shared();
        TestEvents.publish(event);
        return postbox.await(to.email());
    }

    private String until() {
        return "until "
                + DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:", Locale.ENGLISH)
                        .withZone(ZoneOffset.UTC)
                        .format(neighbours.linkEnd());
    }

    private static void assertHasLink(MimeMessage mail, String url) throws Exception {
        var html = (String) ((Multipart) mail.getContent()).getBodyPart(1).getContent();
        assertTrue(text(mail).lines().anyMatch(url::equals), text(mail));
        assertTrue(html.contains("href=\"" + url + "\""), html);
    }

    /** Lines end in CRLF on the wire. */
    private static String text(MimeMessage mail) throws Exception {
        return ((String) ((Multipart) mail.getContent()).getBodyPart(0).getContent()).replace("\r\n", "\n");
    }
}
