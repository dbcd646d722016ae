package io.dovetail.notifications.mail;

import io.dovetail.kit.identity.PublicUrl;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Writes the mail that brings a link to a password page, as text and as HTML. */
@ApplicationScoped
public class ComposePasswordMail {
    private final MailConfig config;
    private final PublicUrl publicUrl;

    ComposePasswordMail(MailConfig config, PublicUrl publicUrl) {
        this.config = config;
        this.publicUrl = publicUrl;
    }

    /** @param link usable by whoever holds it: it goes into the mail and nowhere else */
    public Letter handle(UUID deliveryId, PasswordMail mail, String link, Instant linkEndsAt) {
        var words = PasswordLetter.of(mail, link, linkEndsAt, config.appName(), publicUrl.origin());
        return new Letter(
                deliveryId,
                mail.to(),
                words.subject(),
                render(words, Variant.TEXT_PLAIN),
                render(words, Variant.TEXT_HTML));
    }

    private static String render(PasswordLetter words, String contentType) {
        return Letters.createPassword(words)
                .setAttribute(TemplateInstance.SELECTED_VARIANT, Variant.forContentType(contentType))
                .render();
    }
}
