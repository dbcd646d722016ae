package io.dovetail.sso.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.testing.Eventually;
import io.dovetail.sso.saml.metadata.IdpMetadataReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a fetch may cost: 1 MiB and its time, however the other side behaves (security.md I4). */
@Timeout(30)
class FetchBoundsTest {
    private static final int LARGEST = IdpMetadataReader.LARGEST;

    /** Endless answers; each is honest until it should end. */
    private enum Slow {
        SILENT(""),
        ENDLESS_HEAD("HTTP/1.1 200 OK\r\nX: "),
        ENDLESS_HEADERS_OF_A_REDIRECT("HTTP/1.1 302 Found\r\nLocation: /next\r\nX: "),
        TRICKLING_BODY("HTTP/1.1 200 OK\r\nContent-Length: 900000\r\n\r\n"),
        TRICKLING_BODY_OF_A_REDIRECT("HTTP/1.1 302 Found\r\nLocation: /next\r\nContent-Length: 900000\r\n\r\n"),
        TRICKLING_BODY_OF_AN_ERROR("HTTP/1.1 500 No\r\nContent-Length: 900000\r\n\r\n");

        private final String beginning;

        Slow(String beginning) {
            this.beginning = beginning;
        }

        /** A byte every 20 ms: no single read ever waits long. */
        void write(OutputStream out) throws IOException {
            Site.write(out, beginning);
            while (!Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                if (this != SILENT) {
                    Site.write(out, "x");
                }
            }
        }
    }

    private static GuardedFetcher fetcher(Duration patience) throws Exception {
        return new GuardedFetcher(
                true, new PublicAddresses(any -> true, InetAddress::getAllByName), patience, SSLContext.getDefault());
    }

    @ParameterizedTest
    @EnumSource
    void givesUpOnASiteThatTakesItsTimeAndHangsUp(Slow slow) throws Exception {
        try (var site = Site.on("127.0.0.1", (path, out) -> {
            if (path.equals("/slow")) {
                slow.write(out);
            }
            Site.text("metadata").write(path, out);
        })) {
            var address = "http://127.0.0.1:" + site.port();
            var fetcher = fetcher(Duration.ofMillis(600));

            var begun = System.nanoTime();
            assertThrows(FetchRefused.class, () -> fetcher.fetch(address + "/slow", LARGEST));
            var taken = Duration.ofNanos(System.nanoTime() - begun);

            assertTrue(taken.compareTo(Duration.ofSeconds(5)) < 0, taken.toString());
            assertArrayEquals(bytes("metadata"), fetcher(Duration.ofSeconds(5)).fetch(address + "/quick", LARGEST));
            if (slow != Slow.SILENT) {
                Eventually.until(
                        "the site sees that nobody listens",
                        () -> site.requests().contains("hung up"));
            }
        }
    }

    @Test
    void givesUpOnANameServerThatIsSilent() throws Exception {
        var silent = new GuardedFetcher(
                true,
                new PublicAddresses(any -> true, host -> {
                    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(20));
                    return InetAddress.getAllByName("127.0.0.1");
                }),
                Duration.ofMillis(300),
                SSLContext.getDefault());

        var begun = System.nanoTime();
        assertThrows(FetchRefused.class, () -> silent.fetch("http://idp.example/", LARGEST));

        assertTrue(System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(10));
    }

    @Test
    void takesOneMebibyteAndNotAByteMore() throws Exception {
        try (var site = Site.on(
                "127.0.0.1",
                (path, out) -> Site.text("x".repeat(Integer.parseInt(path.substring(1))))
                        .write(path, out))) {
            var address = "http://127.0.0.1:" + site.port() + "/";

            assertEquals(LARGEST, fetcher(Duration.ofSeconds(5)).fetch(address + LARGEST, LARGEST).length);
            var refused = assertThrows(
                    FetchRefused.class, () -> fetcher(Duration.ofSeconds(5)).fetch(address + (LARGEST + 1), LARGEST));

            assertTrue(String.valueOf(refused.getMessage()).contains("more than " + LARGEST));
        }
    }

    /** Neither the announced length nor the chunks' ends are waited for. */
    @Test
    void readsNoFurtherInABodyWithoutEnd() throws Exception {
        var part = "x".repeat(8_192);
        for (var head : List.of("Content-Length: 9000000000", "Transfer-Encoding: chunked", "Connection: close")) {
            try (var site = Site.on("127.0.0.1", (path, out) -> {
                Site.write(out, "HTTP/1.1 200 OK\r\n" + head + "\r\n\r\n");
                while (true) {
                    Site.write(out, head.endsWith("chunked") ? "2000\r\n" + part + "\r\n" : part);
                }
            })) {
                var refused = assertThrows(
                        FetchRefused.class,
                        () -> fetcher(Duration.ofSeconds(20)).fetch("http://127.0.0.1:" + site.port() + "/", LARGEST));

                assertTrue(String.valueOf(refused.getMessage()).contains("more than " + LARGEST), head);
            }
        }
    }

    @Test
    void expandsNothingThatIsCompressed() throws Exception {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(new byte[50_000_000]);
        }
        try (var site = Site.on("127.0.0.1", (path, out) -> {
            Site.write(
                    out,
                    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + compressed.size() + "\r\n\r\n");
            compressed.writeTo(out);
        })) {
            var fetched = fetcher(Duration.ofSeconds(5)).fetch("http://127.0.0.1:" + site.port() + "/", LARGEST);

            assertArrayEquals(compressed.toByteArray(), fetched);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
