package io.dovetail.lab.idp.metadata;

import io.dovetail.lab.idp.http.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** security.md I2, I4 and I11: how an address of metadata answers. */
final class MetadataAnswers {
    private static final int CHUNK = 64 * 1024;
    private static final int ENDLESS_CHUNKS = 4 * 1024;
    private static final int BOMB_CHUNKS = 1024;
    private static final Duration SLOWEST = Duration.ofMinutes(2);
    private static final Duration BETWEEN_BYTES = Duration.ofMillis(500);

    private MetadataAnswers() {}

    static Map<String, MetadataRecipe> all() {
        return Map.ofEntries(
                Map.entry("I2_TO_A_PRIVATE_ADDRESS", to("https://10.0.0.1/metadata")),
                Map.entry("I2_TO_A_METADATA_SERVICE", to("https://169.254.169.254/latest/meta-data/")),
                Map.entry("I2_TO_PLAIN_HTTP", to("http://elsewhere.example.org/metadata")),
                Map.entry("I2_TO_A_FILE", to("file:///etc/hostname")),
                Map.entry("I2_WITHOUT_END", scene -> redirect(scene.address())),
                Map.entry("I4_SLOW", scene -> Answer.written(200, "application/xml", MetadataAnswers::slowly)),
                Map.entry("I4_ENDLESS", scene -> Answer.written(200, "application/xml", MetadataAnswers::endlessly)),
                Map.entry(
                        "I4_COMPRESSED_BOMB",
                        scene -> Answer.bytes(200, "application/xml", bomb(scene))
                                .with("Content-Encoding", "gzip")),
                Map.entry(
                        "I11_UTF16",
                        scene -> Answer.bytes(
                                200,
                                "application/samlmetadata+xml",
                                scene.honest().replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16))));
    }

    private static MetadataRecipe to(String address) {
        return scene -> redirect(address);
    }

    private static Answer redirect(String address) {
        return Answer.of(302, "text/plain; charset=utf-8", "").with("Location", address);
    }

    /** One byte every half second. */
    private static void slowly(OutputStream out) throws IOException {
        for (long beat = 0; beat < SLOWEST.dividedBy(BETWEEN_BYTES); beat++) {
            out.write(' ');
            out.flush();
            try {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_BYTES.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** As long as somebody reads, up to 256 MiB. */
    private static void endlessly(OutputStream out) throws IOException {
        byte[] chunk = " ".repeat(CHUNK).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < ENDLESS_CHUNKS; i++) {
            out.write(chunk);
        }
    }

    /** The honest metadata and 64 MiB of spaces, in 64 KiB. */
    private static byte[] bomb(MetadataScene scene) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] chunk = " ".repeat(CHUNK).getBytes(StandardCharsets.US_ASCII);
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(scene.honest().getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < BOMB_CHUNKS; i++) {
                out.write(chunk);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
