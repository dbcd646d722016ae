package io.dovetail.notifications.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.notifications.smtp.SmtpPort;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands in a mail. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
@QuarkusTestResource(SmtpPort.class)
class ComposeMailTest {
    private static final String LINK = "http://localhost:8080/password/abc_DEF-123";
    private static final Instant END = Instant.parse("2026-01-15T09:30:00Z");
    private static final EndingCertificate CERTIFICATE =
            new EndingCertificate("CN=Example Works", "9b0d1f3c", Instant.parse("2027-03-01T00:00:00Z"));

    @Inject
    ComposeMail compose;

    @Test
    void saysUntilWhenTheLinkWorksAsAnAbsoluteTimeWithItsZone() {
        var letter = compose(Occasion.PASSWORD_RESET, "Ada", "Example Works");

        assertTrue(letter.text().contains("until Thursday 15 January 2026, 09:30 UTC."));
        assertTrue(letter.html().contains("<strong>Thursday 15 January 2026, 09:30 UTC</strong>"));
    }

    @Test
    void saysWhoAskedForIt() {
        assertTrue(compose(Occasion.FIRST_ADMINISTRATOR, "Ada", "Example Works")
                .text()
                .contains("registered Example Works at http://localhost:8080 and named you as its administrator"));
        assertTrue(compose(Occasion.PASSWORD_RESET, "Ada", "Example Works")
                .text()
                .contains("somebody, hopefully you, asked at http://localhost:8080 for a new password"));
        assertTrue(
                compose(Occasion.PASSWORD_ASKED_FOR, "Ada", "Example Works")
                        .text()
                        .contains(
                                "somebody, hopefully you, asked at http://localhost:8080 for a new link to create the password"));
        assertTrue(compose(Occasion.PASSWORD_AFTER_DISABLE, "Ada", "Example Works")
                .text()
                .contains("an administrator of Example Works turned single sign-on off"));
    }

    @ParameterizedTest
    @EnumSource
    void hasOneButtonAndTheLinkInClearAndFitsAPhone(Occasion occasion) {
        var mail = compose(
                new Letter(occasion, "Example Works", "Ada", "Grace Hopper", 7, new Failures(3, 41), CERTIFICATE, END));

        assertEquals(1, mail.html().split("display:inline-block", -1).length - 1);
        assertTrue(mail.html().contains(">" + LINK + "</a>"));
        assertTrue(mail.html().contains("width=device-width"));
        assertTrue(mail.text().contains("\n" + LINK + "\n"));
    }

    @ParameterizedTest
    @EnumSource
    void leavesNoGapInItsWords(Occasion occasion) {
        var mail = compose(
                new Letter(occasion, "Example Works", "Ada", "Grace Hopper", 7, new Failures(3, 41), CERTIFICATE, END));

        for (var gap : new String[] {"null", "%", "{", "}", "an administrator of Example Works of"}) {
            assertFalse(mail.text().contains(gap), mail.text());
            assertFalse(mail.subject().contains(gap), mail.subject());
        }
    }

    @Test
    void saysWhoAskedForItByName() {
        var letter =
                new Letter(Occasion.BINDING_ENABLED, "Example Works", "Ada", "Grace Hopper", null, null, null, null);

        assertTrue(compose(letter).text().contains("\nGrace Hopper of Example Works turned single sign-on on."));
    }

    @Test
    void saysWhichCertificateEndsAndWhenWithItsZone() {
        var letter =
                new Letter(Occasion.CERTIFICATE_EXPIRING, "Example Works", "Ada", null, null, null, CERTIFICATE, null);

        var mail = compose(letter);

        assertEquals(
                "A certificate for the single sign-on of Example Works ends on Monday 1 March 2027, 00:00 UTC",
                mail.subject());
        assertTrue(mail.text().contains("It is CN=Example Works, SHA-256 9b0d1f3c."), mail.text());
        assertTrue(mail.html().contains("read from there by itself"), mail.html());
    }

    @Test
    void saysWhenAPasswordWasSetAndWhatToDoIfItWasSomebodyElse() {
        var letter =
                Letter.of(Occasion.PASSWORD_CHANGED, "Example Works", "Ada").at(END);

        var mail = compose.handle(new ComposeMail.Command(
                UUID.randomUUID(), "ada@example.com", letter, "http://localhost:8080/sign-in", null));

        for (var form : new String[] {mail.text(), mail.html()}) {
            assertTrue(form.contains("on Thursday 15 January 2026, 09:30 UTC."), form);
            assertTrue(form.contains("wherever else you were signed in, you are signed out"), form);
            assertTrue(form.contains("If it was not you, ask an administrator of Example Works"), form);
            assertTrue(form.contains("http://localhost:8080/sign-in"), form);
            assertFalse(form.contains("/password"), form);
        }
    }

    @Test
    void greetsWhoeverHasNoNameYet() {
        assertTrue(compose(Occasion.INVITATION, "", "Example Works").text().startsWith("Hello,\n"));
    }

    @Test
    void saysNothingOfAnEndWhereTheLinkHasNone() {
        var letter = Letter.of(Occasion.WAY_IN, "Example Works", "Ada");

        var mail = compose.handle(new ComposeMail.Command(UUID.randomUUID(), "ada@example.com", letter, LINK, null));

        assertFalse(mail.text().contains("until"));
        assertFalse(mail.html().contains("until"));
    }

    @Test
    void loadsNothingFromAnywhere() {
        var html = compose(Occasion.PASSWORD_RESET, "Ada", "Example Works").html();

        for (var foreign : new String[] {"<img", "<script", "<link", "url(", "@import"}) {
            assertFalse(html.contains(foreign), foreign);
        }
    }

    @Test
    void treatsNamesAsWordsAndNotAsMarkup() {
        var letter = compose(Occasion.FIRST_ADMINISTRATOR, "<img src=x>", "A&B <script>");

        assertFalse(letter.html().contains("<img"));
        assertFalse(letter.html().contains("<script"));
        assertTrue(letter.html().contains("A&amp;B &lt;script&gt;"));
        assertTrue(letter.text().contains("A&B <script>"));
    }

    @Test
    void namesBeginNoHeadersAndNoParagraphs() {
        var letter = compose(Occasion.FIRST_ADMINISTRATOR, "Ada\r\n\r\nPay here", "Works\r\nBcc: eve@example.com");

        assertEquals("Create your password for Works Bcc: eve@example.com", letter.subject());
        assertTrue(letter.text().startsWith("Hello Ada Pay here,"));
    }

    @Test
    void shortensEndlessNames() {
        var letter = compose(Occasion.FIRST_ADMINISTRATOR, "Ada", "W".repeat(10_000));

        assertTrue(letter.subject().length() < 200);
    }

    private Mail compose(Occasion occasion, String firstName, String companyName) {
        return compose(Letter.of(occasion, companyName, firstName));
    }

    private Mail compose(Letter letter) {
        return compose.handle(new ComposeMail.Command(UUID.randomUUID(), "ada@example.com", letter, LINK, END));
    }
}
