package io.dovetail.sso.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dovetail.kit.testing.Eventually;
import io.dovetail.sso.saml.metadata.IdpMetadataReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A site that sends as fast as it can, and many of them at once, cost no more than one honest site (security.md I4).
 */
@Timeout(60)
class FloodTest {
    private static final int LARGEST = IdpMetadataReader.LARGEST;
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    /** What comes again and again where an answer should end. */
    private enum Flood {
        HEADERS(OK, "X-Header: y\r\n"),
        HEADERS_OF_A_REDIRECT("HTTP/1.1 302 Found\r\nLocation: /next\r\n", "X-Header: y\r\n"),
        ONE_HEADER(OK + "X-Header: ", "yyyyyyyyyyyyyyyy"),
        FOLDED_HEADER(OK + "X-Header: y\r\n", " folded\r\n"),
        STATUS_LINE("HTTP/1.1 200 ", "OKOKOKOKOKOKOK"),
        CHUNK_SIZE(OK + "Transfer-Encoding: chunked\r\n\r\n1;", "extension"),
        TRAILERS(OK + "Transfer-Encoding: chunked\r\n\r\n8\r\nmetadata\r\n0\r\n", "X-Trailer: y\r\n"),
        ONE_TRAILER(OK + "Transfer-Encoding: chunked\r\n\r\n8\r\nmetadata\r\n0\r\nX-Trailer: ", "yyyyyyyyyyyyyyyy");

        private static final int MOST = 32 * 1024 * 1024;
        private final String beginning;
        private final byte[] part;

        Flood(String beginning, String again) {
            this.beginning = beginning;
            this.part = again.repeat(65_536 / again.length()).getBytes(StandardCharsets.ISO_8859_1);
        }

        /** Then silence: who gathers it all waits until its patience ends. */
        void write(OutputStream out) throws IOException {
            Site.write(out, beginning);
            for (var written = 0; written < MOST; written += part.length) {
                out.write(part);
            }
            out.flush();
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, 20, TimeUnit.SECONDS)
                    .join();
        }
    }

    private static GuardedFetcher fetcher(Duration patience) throws Exception {
        return new GuardedFetcher(
                true, new PublicAddresses(any -> true, InetAddress::getAllByName), patience, SSLContext.getDefault());
    }

    @ParameterizedTest
    @EnumSource
    void readsNoFurtherInAHeadThatIsLongerThanAnyHonestOne(Flood flood) throws Exception {
        try (var site = Site.on("127.0.0.1", (path, out) -> flood.write(out))) {
            var fetcher = fetcher(Duration.ofSeconds(15));

            var refused = assertThrows(
                    FetchRefused.class, () -> fetcher.fetch("http://127.0.0.1:" + site.port() + "/", LARGEST));

            assertFalse(String.valueOf(refused.getMessage()).contains("took longer"), refused.getMessage());
        }
    }

    @Test
    void takesAnHonestHeadOfManyLongHeaders() throws Exception {
        var head = String.join("", Collections.nCopies(60, "Set-Cookie: " + "c".repeat(4_000) + "\r\n"));
        try (var site = Site.on(
                "127.0.0.1",
                (path, out) -> Site.write(out, OK + head + "Content-Length: 8\r\nConnection: close\r\n\r\nmetadata"))) {

            var fetched = fetcher(Duration.ofSeconds(15)).fetch("http://127.0.0.1:" + site.port() + "/", LARGEST);

            assertArrayEquals("metadata".getBytes(StandardCharsets.US_ASCII), fetched);
        }
    }

    @Test
    void readsOnlyAFewAddressesAtOnceAndTellsTheOthersToComeAgain() throws Exception {
        var release = new CountDownLatch(1);
        var fetcher = new GuardedFetcher(
                true,
                new PublicAddresses(any -> true, host -> {
                    await(release);
                    return InetAddress.getAllByName("127.0.0.1");
                }),
                Duration.ofMillis(500),
                SSLContext.getDefault());

        var refusals = IntStream.range(0, GuardedFetcher.MOST_AT_ONCE + 8)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> refusal(fetcher, "http://idp-" + number + ".example/"), work -> new Thread(work).start()))
                .toList();
        var told = refusals.stream().map(CompletableFuture::join).toList();
        release.countDown();

        assertEquals(
                8,
                told.stream()
                        .filter(text -> text.contains("Try again in a minute"))
                        .count());
        try (var site = Site.on("127.0.0.1", Site.text("metadata"))) {
            var address = "http://127.0.0.1:" + site.port() + "/";
            Eventually.until(
                    "a place among those that read",
                    () -> refusal(fetcher, address).isEmpty());
        }
    }

    private static String refusal(GuardedFetcher fetcher, String address) {
        try {
            fetcher.fetch(address, LARGEST);
            return "";
        } catch (FetchRefused refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
