package io.dovetail.notifications.sending;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.TestEvents;
import io.dovetail.notifications.Scene;
import io.dovetail.notifications.smtp.Postbox;
import io.dovetail.notifications.smtp.SmtpPort;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the event to the mail in the person's box. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
@QuarkusTestResource(SmtpPort.class)
class SendingTest {

    @Inject
    Scene scene;

    private Postbox postbox;

    @BeforeEach
    void findThePostbox() {
        postbox = Postbox.shared();
    }

    @Test
    void mailsTheLinkAsTextAndAsHtml() throws Exception {
        var link = scene.issued();

        var mail = postbox.await(link.email());

        var parts = parts(mail);
        assertTrue(parts.get(0).isMimeType("text/plain"));
        assertTrue(parts.get(1).isMimeType("text/html"));
        var text = (String) parts.get(0).getContent();
        var html = (String) parts.get(1).getContent();
        assertTrue(text.contains(link.url()));
        assertTrue(html.contains("href=\"" + link.url() + "\""));
        assertTrue(html.contains(">" + link.url() + "</a>"));
        assertEquals("Choose a new password for Dovetail", mail.getSubject());
    }

    @Test
    void marksTheMailAsGeneratedAndNamesItAfterItsDelivery() throws Exception {
        var link = scene.issued();

        var mail = postbox.await(link.email());

        var row = scene.await(link, "SENT");
        assertArrayEquals(new String[] {"auto-generated"}, mail.getHeader("Auto-Submitted"));
        assertArrayEquals(new String[] {"<" + row.id() + "@localhost>"}, mail.getHeader("Message-ID"));
        assertEquals("app@localhost", mail.getFrom()[0].toString());
    }

    @Test
    void tellsThatTheMailWasSentAndForgetsTheLink() {
        var link = scene.issued();

        var row = scene.await(link, "SENT");

        assertFalse(row.hasLink());
        assertEquals(1, row.tries());
        var sent = TestEvents.await(
                "dovetail.mail", "mail-sent", link.companyId(), link.eventId().toString());
        assertEquals(link.userId().toString(), sent.key());
        assertTrue(TestEvents.body(sent).contains("\"RESET_PASSWORD\""));
        assertTrue(TestEvents.body(sent).contains(row.id().toString()));
    }

    @Test
    void theSameEventTwiceSendsOneMail() {
        var link = scene.link();

        TestEvents.publish(link.event());
        TestEvents.publish(link.event());

        var next = scene.link();
        TestEvents.publish(next.event());
        scene.await(next, "SENT");
        scene.await(link, "SENT");
        assertEquals(1, postbox.to(link.email()).size());
        assertEquals(1, scene.told(link.companyId(), "mail-sent"));
    }

    @Test
    void everyEventOfABurstIsMailedOnce() {
        var links = new ArrayList<Scene.Link>();
        for (var i = 0; i < 60; i++) {
            links.add(scene.issued());
        }

        links.forEach(link -> scene.await(link, "SENT"));

        links.forEach(link -> assertEquals(1, postbox.to(link.email()).size()));
    }

    private static List<BodyPart> parts(MimeMessage mail) throws Exception {
        assertTrue(mail.isMimeType("multipart/alternative"));
        var parts = new ArrayList<BodyPart>();
        var all = (Multipart) mail.getContent();
        for (var i = 0; i < all.getCount(); i++) {
            parts.add(all.getBodyPart(i));
        }
        return parts;
    }
}
