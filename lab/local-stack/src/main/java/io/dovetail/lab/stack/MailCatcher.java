package io.dovetail.lab.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes every mail by SMTP and shows it by HTTP: {@code GET /mails?to=ADDRESS}, newest first.
 *
 * <p>Its SMTP side can be taken away and come back; the mails caught before stay.
 */
final class MailCatcher {
    private final ServerSetup setup;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<MimeMessage, Mail> read = new IdentityHashMap<>();
    private final Map<String, List<Mail>> byRecipient = new HashMap<>();
    private GreenMail server;

    /** One caught mail, as the mailbox answers it. */
    record Mail(String to, String from, String subject, String text, String html, String messageId, String receivedAt) {

        private Instant at() {
            return Instant.parse(receivedAt);
        }
    }

    MailCatcher(int smtpPort) {
        setup = new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        server = started();
    }

    private GreenMail started() {
        var started = new GreenMail(setup);
        started.start();
        return started;
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

    synchronized void stop() {
        server.stop();
        readNew(server.getReceivedMessages());
    }

    synchronized void startAgain() {
        if (!server.isRunning()) {
            server = started();
        }
    }

    private static void answer(HttpServerRequest request, @Nullable String mails) {
        if (mails == null) {
            request.response().setStatusCode(500).end();
        } else {
            request.response().putHeader("Content-Type", "application/json").end(mails);
        }
    }

    private synchronized String mails(@Nullable String to) throws JsonProcessingException, FolderException {
        if (server.isRunning()) {
            readNew(to == null ? server.getReceivedMessages() : received(to));
        }
        var found = to == null ? read.values() : byRecipient.getOrDefault(key(to), List.of());
        return json.writeValueAsString(
                found.stream().sorted(Comparator.comparing(Mail::at).reversed()).toList());
    }

    /** Only this person's: hundreds of people look for theirs again and again, among thousands of mails. */
    private MimeMessage[] received(String to) throws FolderException {
        var user = server.getUserManager().getUserByEmail(to);
        if (user == null) {
            return new MimeMessage[0];
        }
        var inbox = server.getManagers().getImapHostManager().getInbox(user);
        return inbox.getMessages().stream().map(StoredMessage::getMimeMessage).toArray(MimeMessage[]::new);
    }

    /** Each mail is read once, however often somebody asks. */
    private void readNew(MimeMessage[] messages) {
        for (var message : messages) {
            if (!read.containsKey(message)) {
                var mail = read(message);
                read.put(message, mail);
                byRecipient
                        .computeIfAbsent(key(mail.to()), address -> new ArrayList<>())
                        .add(mail);
            }
        }
    }

    private static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    private static Mail read(MimeMessage message) {
        try {
            return parts(message);
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException("a caught mail can't be read", unreadable);
        }
    }

    private static Mail parts(MimeMessage message) throws MessagingException, IOException {
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
                Instant.ofEpochMilli(message.getReceivedDate().getTime()).toString());
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
