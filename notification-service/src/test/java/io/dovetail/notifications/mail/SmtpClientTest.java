package io.dovetail.notifications.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.notifications.smtp.Postbox;
import io.dovetail.notifications.smtp.SmtpPort;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.mail.MailMessage;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections that end while somebody waits for an answer on them. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
@QuarkusTestResource(SmtpPort.class)
class SmtpClientTest {
    private static final int SENDERS = 8;

    @Inject
    SmtpClient client;

    @AfterEach
    void repairEverything() {
        Postbox.shared().takeUp();
    }

    @Test
    void everySenderLearnsThatItsConnectionWasClosed() throws Exception {
        var postbox = Postbox.shared();
        postbox.answer("silence@example.com", Postbox.NOTHING);

        var threads = Executors.newFixedThreadPool(SENDERS);
        var ends = new ArrayList<String>();
        try {
            var sending = Stream.generate(() -> threads.submit(this::send))
                    .limit(SENDERS)
                    .toList();
            Eventually.until("all senders wait", () -> postbox.silentConnections() == SENDERS);
            postbox.shutDown();
            for (var end : sending) {
                ends.add(end.get());
            }
        } finally {
            threads.shutdownNow();
        }

        assertEquals(Collections.nCopies(SENDERS, "told"), ends);
    }

    private String send() throws InterruptedException {
        var mail = new MailMessage()
                .setFrom("app@localhost")
                .setTo("silence@example.com")
                .setSubject("Silence")
                .setText("Nobody answers.");
        try {
            client.send(mail);
            return "sent";
        } catch (ExecutionException closed) {
            return "told";
        } catch (TimeoutException neverTold) {
            return "never told";
        }
    }
}
