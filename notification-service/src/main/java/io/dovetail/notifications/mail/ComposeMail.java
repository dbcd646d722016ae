package io.dovetail.notifications.mail;

import io.dovetail.kit.identity.PublicUrl;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a mail, as text and as HTML. */
@ApplicationScoped
public class ComposeMail {
    private final MailConfig config;
    private final PublicUrl publicUrl;

    ComposeMail(MailConfig config, PublicUrl publicUrl) {
        this.config = config;
        this.publicUrl = publicUrl;
    }

    /**
     * @param link usable by whoever holds it: it goes into the mail and nowhere else
     * @param linkEndsAt null if the link does not end
     */
    public record Command(
            UUID deliveryId,
            String to,
            Letter letter,
            String link,
            @Nullable Instant linkEndsAt) {

        /** Without the link and the address: records are printed by accident. */
        @Override
        public String toString() {
            return "Command[deliveryId=" + deliveryId + "]";
        }
    }

    public Mail handle(Command command) {
        var words =
                Words.of(command.letter(), command.link(), command.linkEndsAt(), config.appName(), publicUrl.origin());
        return new Mail(
                command.deliveryId(),
                command.to(),
                words.subject(),
                render(words, Variant.TEXT_PLAIN),
                render(words, Variant.TEXT_HTML));
    }

    private static String render(Words words, String contentType) {
        return Templates.mail(words)
                .setAttribute(TemplateInstance.SELECTED_VARIANT, Variant.forContentType(contentType))
                .render();
    }
}
