package io.dovetail.notifications.smtp;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Random;

/** Chooses the port at which the service looks for its mail server; the tests' {@link SmtpGate} stands there. */
public class SmtpPort implements QuarkusTestResourceLifecycleManager {
    private static final int LOWEST = 20_000;
    private static final int RANGE = 10_000;

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.mailer.host", "127.0.0.1",
                "quarkus.mailer.port", String.valueOf(freePort()),
                "quarkus.mailer.timeout", "2S",
                "dovetail.mail.sender.look", "1S");
    }

    /** Below the range from which the system gives ports to clients: nobody takes it while the server is down. */
    private static int freePort() {
        var random = new Random();
        while (true) {
            var port = LOWEST + random.nextInt(RANGE);
            try (var free = new ServerSocket(port)) {
                return free.getLocalPort();
            } catch (BindException taken) {
                continue;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    @Override
    public void stop() {
        // nothing was started
    }
}
