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

/** What stands in the mail that brings a password link. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
@QuarkusTestResource(SmtpPort.class)
class ComposePasswordMailTest {
    private static final String LINK = "http://localhost:8080/password/abc_DEF-123";
    private static final Instant END = Instant.parse("2026-01-15T09:30:00Z");

    @Inject
    ComposePasswordMail compose;

    @Test
    void saysUntilWhenTheLinkWorksAsAnAbsoluteTimeWithItsZone() {
        var letter = compose(PasswordCause.RESET, "Ada", "Example Works");

        assertTrue(letter.text().contains("until Thursday 15 January 2026, 09:30 UTC."));
        assertTrue(letter.html().contains("<strong>Thursday 15 January 2026, 09:30 UTC</strong>"));
    }

    @Test
    void saysWhoAskedForIt() {
        assertTrue(compose(PasswordCause.FIRST_ADMINISTRATOR, "Ada", "Example Works")
                .text()
                .contains("registered Example Works at http://localhost:8080 and named you as its administrator"));
        assertTrue(compose(PasswordCause.RESET, "Ada", "Example Works")
                .text()
                .contains("somebody, hopefully you, asked at http://localhost:8080 for a new password"));
        assertTrue(compose(PasswordCause.SINGLE_SIGN_ON_DISABLED, "Ada", "Example Works")
                .text()
                .contains("an administrator of Example Works turned single sign-on off"));
    }

    @Test
    void hasOneButtonAndTheLinkInClearAndFitsAPhone() {
        var letter = compose(PasswordCause.FIRST_ADMINISTRATOR, "Ada", "Example Works");

        assertEquals(1, letter.html().split("display:inline-block", -1).length - 1);
        assertTrue(letter.html().contains(">" + LINK + "</a>"));
        assertTrue(letter.html().contains("width=device-width"));
        assertTrue(letter.text().contains("\n" + LINK + "\n"));
    }

    @Test
    void loadsNothingFromAnywhere() {
        var html = compose(PasswordCause.RESET, "Ada", "Example Works").html();

        for (var foreign : new String[] {"<img", "<script", "<link", "url(", "@import"}) {
            assertFalse(html.contains(foreign), foreign);
        }
    }

    @Test
    void treatsNamesAsWordsAndNotAsMarkup() {
        var letter = compose(PasswordCause.FIRST_ADMINISTRATOR, "<img src=x>", "A&B <script>");

        assertFalse(letter.html().contains("<img"));
        assertFalse(letter.html().contains("<script"));
        assertTrue(letter.html().contains("A&amp;B &lt;script&gt;"));
        assertTrue(letter.text().contains("A&B <script>"));
    }

    @Test
    void namesBeginNoHeadersAndNoParagraphs() {
        var letter = compose(PasswordCause.FIRST_ADMINISTRATOR, "Ada\r\n\r\nPay here", "Works\r\nBcc: eve@example.com");

        assertEquals("Create your password for Works Bcc: eve@example.com", letter.subject());
        assertTrue(letter.text().startsWith("Hello Ada Pay here,"));
    }

    @Test
    void shortensEndlessNames() {
        var letter = compose(PasswordCause.FIRST_ADMINISTRATOR, "Ada", "W".repeat(10_000));

        assertTrue(letter.subject().length() < 200);
    }

    private Letter compose(PasswordCause cause, String firstName, String companyName) {
        var mail = new PasswordMail(cause, "ada@example.com", firstName, companyName);
        return compose.handle(UUID.randomUUID(), mail, LINK, END);
    }
}
