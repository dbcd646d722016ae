package io.dovetail.notifications.mail;

import io.dovetail.kit.identity.PublicUrl;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.mailencoder.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Hands mails to the configured SMTP server and tells its answer apart: taken, later, never (RFC 5321, 4.2.1). */
@ApplicationScoped
public class MailServer {
    /**
     * RFC 4954, section 6, and RFC 3207: these speak about our login or TLS, not about the mail; with the configuration
     * repaired every waiting mail goes out.
     */
    private static final Set<Integer> ABOUT_OUR_LOGIN = Set.of(530, 534, 535, 538);

    private static final Logger LOG = Logger.getLogger(MailServer.class);

    private final SmtpClient client;
    private final MailConfig config;
    private final String domain;

    MailServer(SmtpClient client, MailConfig config, PublicUrl publicUrl) {
        this.client = client;
        this.config = config;
        this.domain = publicUrl.uri().getHost();
    }

    /** Waits for the answer, or for the end of {@code quarkus.mailer.timeout}. */
    public Answer send(Mail ready) {
        try {
            client.send(message(ready));
            return new Answer.Taken();
        } catch (IllegalArgumentException notAnAddress) {
            return unusableAddress();
        } catch (ExecutionException failure) {
            return answer(Objects.requireNonNullElse(failure.getCause(), failure));
        } catch (TimeoutException silence) {
            return noAnswer(silence);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return noAnswer(stopped);
        }
    }

    private MailMessage message(Mail ready) {
        new EmailAddress(ready.to()); // throws what the client would only stumble over later
        return new MailMessage()
                .setFrom(config.from())
                .setTo(ready.to())
                .setSubject(ready.subject())
                .setText(ready.text())
                .setHtml(ready.html())
                // the same for every try of one delivery, so that a mail sent twice is recognisable (RFC 5322, 3.6.4)
                .addHeader("Message-ID", "<" + ready.deliveryId() + "@" + domain + ">")
                // RFC 3834, section 5: no out-of-office answers, please
                .addHeader("Auto-Submitted", "auto-generated");
    }

    private static Answer answer(Throwable failure) {
        if (failure instanceof SMTPException answered) {
            var text = String.valueOf(answered.getReplyMessage());
            return answered.isPermanent() && !ABOUT_OUR_LOGIN.contains(answered.getReplyCode())
                    ? new Answer.Refused(text)
                    : new Answer.TryLater(text);
        }
        return failure instanceof IllegalArgumentException ? unusableAddress() : noAnswer(failure);
    }

    private static Answer unusableAddress() {
        return new Answer.Refused("The address can't be used in a mail.");
    }

    /** The cause stands in our log alone: it names hosts and ports that are no customer's business. */
    private static Answer noAnswer(Throwable cause) {
        LOG.warnf("no answer from the mail server cause=%s", cause.toString());
        return new Answer.TryLater("The mail server could not be reached or did not answer in time.");
    }
}
