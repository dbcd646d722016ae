package io.dovetail.lab.idp.check.line;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Sends a body without end until the service provider has had enough. */
final class EndlessBody {

    private static final int CHUNK = 64 * 1024;
    private static final int MOST_BYTES = 64 * 1024 * 1024;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** Closing the connection ends such a body as well as any status does. */
    private static final int CLOSED = 0;

    private EndlessBody() {}

    static Observation to(URI address) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        try (RawConnection connection = RawConnection.post(address, "Transfer-Encoding: chunked")) {
            AtomicBoolean isOver = new AtomicBoolean();
            timer.schedule(() -> end(connection, isOver), LONGEST.toSeconds(), TimeUnit.SECONDS);
            return send(connection, isOver);
        } catch (IOException e) {
            return Observation.of(
                    Outcome.FAULT, "no connection (" + e.getClass().getSimpleName() + ")");
        } finally {
            timer.shutdownNow();
        }
    }

    /** A write may wait for ever for a reader that has stopped. */
    private static void end(RawConnection connection, AtomicBoolean isOver) {
        isOver.set(true);
        connection.close();
    }

    private static Observation send(RawConnection connection, AtomicBoolean isOver) {
        byte[] chunk =
                (Integer.toHexString(CHUNK) + "\r\n" + "A".repeat(CHUNK) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        int sent = 0;
        try {
            while (sent < MOST_BYTES && !connection.hasAnswer()) {
                connection.write(chunk);
                sent += CHUNK;
            }
            if (sent >= MOST_BYTES) {
                return Observation.of(Outcome.FAULT, "read " + mebibytes(sent) + " and did not refuse");
            }
            return judged(connection.status(), sent);
        } catch (IOException closed) {
            return isOver.get()
                    ? Observation.of(Outcome.FAULT, "no answer within " + LONGEST.toSeconds() + " s")
                    : judged(connection.status().or(() -> Optional.of(CLOSED)), sent);
        }
    }

    private static Observation judged(Optional<Integer> status, int sent) {
        int code = status.orElse(500);
        String words = (code == CLOSED ? "connection closed" : String.valueOf(code)) + " after " + mebibytes(sent);
        boolean isRefused = code == CLOSED || code >= 400 && code < 500;
        return Observation.of(isRefused ? Outcome.REFUSED : code >= 500 ? Outcome.FAULT : Outcome.UNCLEAR, words);
    }

    private static String mebibytes(int bytes) {
        return String.format(Locale.ROOT, "%.1f MiB", bytes / (1024.0 * 1024.0));
    }
}
