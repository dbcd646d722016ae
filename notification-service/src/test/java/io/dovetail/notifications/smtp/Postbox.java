package io.dovetail.notifications.smtp;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.dovetail.kit.testing.Eventually;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** The mail server that the service sends to, and what arrived there. */
public final class Postbox {
    /** An answer that never comes. */
    public static final String NOTHING = SmtpGate.NOTHING;

    private static @Nullable Postbox shared;

    private final GreenMail server;
    private final SmtpGate gate;

    private Postbox() {
        server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        var port = ConfigProvider.getConfig().getValue("quarkus.mailer.port", Integer.class);
        gate = new SmtpGate(port, server.getSmtp().getPort());
        gate.open();
    }

    /** The one of this test run. */
    public static synchronized Postbox shared() {
        if (shared == null) {
            shared = new Postbox();
        }
        return shared;
    }

    public void shutDown() {
        gate.close();
    }

    public void takeUp() {
        gate.open();
    }

    /** Takes connections and never says a word. */
    public void fallSilent() {
        gate.beSilent();
    }

    /** How many of the connections that it was silent on the service still holds open. */
    public long silentConnections() {
        return gate.silentConnections();
    }

    public void answer(String address, String answer) {
        gate.answer(address, answer);
    }

    public void letThrough(String address) {
        gate.letThrough(address);
    }

    public List<MimeMessage> to(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> isTo(mail, address))
                .toList();
    }

    public MimeMessage await(String address) {
        return Eventually.found(
                "a mail to " + address,
                () -> Optional.of(to(address)).filter(mails -> !mails.isEmpty()).map(mails -> mails.get(0)));
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            var recipients = Objects.requireNonNull(mail.getRecipients(Message.RecipientType.TO));
            return Arrays.stream(recipients).map(Address::toString).anyMatch(address::equals);
        } catch (MessagingException failure) {
            throw new AssertionError("a mail could not be read", failure);
        }
    }
}
