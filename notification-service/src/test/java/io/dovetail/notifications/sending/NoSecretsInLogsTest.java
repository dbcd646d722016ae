package io.dovetail.notifications.sending;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.TestEvents;
import io.dovetail.notifications.MovableClock;
import io.dovetail.notifications.Scene;
import io.dovetail.notifications.smtp.Postbox;
import io.dovetail.notifications.smtp.SmtpPort;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever happens to a mail, neither its link nor its reader stands in the log. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
@QuarkusTestResource(SmtpPort.class)
class NoSecretsInLogsTest {
    private final Lines lines = new Lines();

    @Inject
    Scene scene;

    @Inject
    MovableClock clock;

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(lines);
    }

    @AfterEach
    void leave() {
        Logger.getLogger("").removeHandler(lines);
        clock.reset();
    }

    @Test
    void neitherTokenNorAddressIsLogged() {
        var postbox = Postbox.shared();
        var refused = scene.link();
        var postponed = scene.link();
        postbox.answer(refused.email(), "550 5.1.1 no such mailbox " + refused.email());
        postbox.answer(postponed.email(), "451 4.3.0 later " + postponed.email());
        TestEvents.publish(refused.event());
        TestEvents.publish(postponed.event());
        scene.await(refused, "FAILED");
        scene.awaitPostponed(postponed, 1);

        postbox.letThrough(postponed.email());
        clock.advance(Duration.ofSeconds(6));
        scene.await(postponed, "SENT");

        assertTrue(lines.contain("mail sent delivery="));
        for (var link : List.of(refused, postponed)) {
            assertFalse(lines.contain(link.token()));
            assertFalse(lines.contain(link.email()));
        }
    }

    /** Everything that is logged, exceptions in full. */
    private static final class Lines extends Handler {
        private final Queue<String> all = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord record) {
            if (record.getLoggerName().startsWith("com.icegreen")) {
                return; // the tests' mail server, which lives in the same process
            }
            var trace = new StringWriter();
            if (record.getThrown() != null) {
                record.getThrown().printStackTrace(new PrintWriter(trace));
            }
            all.add(ExtLogRecord.wrap(record).getFormattedMessage() + trace);
        }

        boolean contain(String text) {
            return all.stream().anyMatch(line -> line.contains(text));
        }

        @Override
        public void flush() {
            // kept in memory
        }

        @Override
        public void close() {
            // kept in memory
        }
    }
}
