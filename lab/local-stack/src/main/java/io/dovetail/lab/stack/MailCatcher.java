package io.dovetail.lab.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes every mail by SMTP and shows it by HTTP: {@code GET /mails?to=ADDRESS}, newest first. */
final class MailCatcher {
    private final GreenMail server;
    private final ObjectMapper json = new ObjectMapper();

    /** One caught mail, as the mailbox answers it. */
    record Mail(
            String to, String from, String subject, String text, String html, String messageId, String receivedAt) {}

    MailCatcher(int smtpPort) {
        server = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    void serve(Vertx vertx, int httpPort) {
        vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(httpPort))
                .requestHandler(request -> vertx.<String>executeBlocking(() -> mails(request.getParam("to")))
                        .onComplete(answer -> answer(request, answer.result())))
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    void stop() {
        server.stop();
    }

    private static void answer(HttpServerRequest request, @Nullable String mails) {
        if (mails == null) {
            request.response().setStatusCode(500).end();
        } else {
            request.response().putHeader("Content-Type", "application/json").end(mails);
        }
    }

    private String mails(@Nullable String to) throws MessagingException, IOException {
        var mails = new ArrayList<Mail>();
        for (var message : server.getReceivedMessages()) {
            var mail = read(message);
            if (to == null || mail.to().equalsIgnoreCase(to)) {
                mails.add(mail);
            }
        }
        Collections.reverse(mails);
        return write(mails);
    }

    private String write(List<Mail> mails) throws JsonProcessingException {
        return json.writeValueAsString(mails);
    }

    private static Mail read(MimeMessage message) throws MessagingException, IOException {
        var to = Arrays.stream(message.getRecipients(Message.RecipientType.TO))
                .map(Object::toString)
                .findFirst()
                .orElse("");
        return new Mail(
                to,
                message.getFrom()[0].toString(),
                message.getSubject(),
                find(message, "text/plain"),
                find(message, "text/html"),
                message.getMessageID(),
                String.valueOf(
                        message.getReceivedDate() == null
                                ? ""
                                : message.getReceivedDate().toInstant()));
    }

    private static String find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                var found = find(inner, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
