package io.dovetail.kit.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.parts.KitParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A body over the limit is answered with a problem, announced or not, and not read to its end. */
@QuarkusTest
@QuarkusTestResource(KitParts.class)
class OversizedBodiesTest {
    private static final int LIMIT = 1024 * 1024;
    private static final int TEN_MEGABYTES = 10 * LIMIT;
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI application;

    @ParameterizedTest
    @CsvSource({
        "/api/samples, " + JSON,
        "/api/samples/form, " + FORM,
        "/api/samples, text/plain",
        "/nothing/here, " + JSON,
        "/api/identity/me, " + JSON
    })
    void anAnnouncedBodyOfTenMegabytesIsTooLarge(String path, String type) throws IOException {
        var answer = send(path, type, "Content-Length: " + TEN_MEGABYTES, body -> body.write(new byte[100]));

        assertTooLarge(answer);
    }

    @ParameterizedTest
    @CsvSource({"/api/samples, " + JSON, "/api/samples/form, " + FORM})
    void aBodyOfUnannouncedLengthIsTooLargeOnceItPassesTheLimit(String path, String type) throws IOException {
        var answer = send(path, type, "Transfer-Encoding: chunked", body -> {
            writeChunk(body, JSON.equals(type) ? "{\"name\":\"" : "text=");
            for (var sent = 0; sent < TEN_MEGABYTES; sent += 8192) {
                writeChunk(body, "x".repeat(8192));
            }
            writeChunk(body, JSON.equals(type) ? "\"}" : "");
        });

        assertTooLarge(answer);
    }

    @Test
    void aBodyOfUnannouncedLengthUnderTheLimitIsRead() throws IOException {
        var answer = send("/api/samples", JSON, "Transfer-Encoding: chunked", body -> {
            writeChunk(body, "{\"name\":");
            writeChunk(body, "\"short\"}");
            writeChunk(body, "");
        });

        assertTrue(answer.startsWith("HTTP/1.1 200") && answer.endsWith("short"), answer);
    }

    @Test
    void anEmptyBodyOfUnannouncedLengthIsABadRequest() throws IOException {
        var answer = send("/api/samples", JSON, "Transfer-Encoding: chunked", body -> writeChunk(body, ""));

        assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
    }

    @Test
    void aLengthThatIsNoNumberIsABadRequest() throws IOException {
        var answer = send("/api/samples", JSON, "Content-Length: many", body -> body.write(new byte[100]));

        assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
    }

    @Test
    void aBodyJustUnderTheLimitIsRead() throws IOException {
        var text = "{\"name\":\"short\",\"more\":\"" + "x".repeat(LIMIT - 100) + "\"}";

        var answer = send("/api/samples", JSON, "Content-Length: " + text.length(), body -> body.write(bytes(text)));

        assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
    }

    /** Writes a body, as far as the server lets it. */
    private interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    private String send(String path, String type, String length, Body body) throws IOException {
        try (var socket = new Socket(application.getHost(), application.getPort())) {
            socket.setSoTimeout(15_000);
            var out = socket.getOutputStream();
            out.write(bytes("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\n" + length
                    + "\r\nConnection: close\r\n\r\n"));
            try {
                body.writeTo(out);
                out.flush();
            } catch (IOException cutOff) {
                assertTrue(
                        String.valueOf(cutOff.getMessage()).matches("(?i).*(reset|broken pipe|abort).*"),
                        cutOff.toString());
            }
            var answer = readAnswer(socket.getInputStream());
            assertEnds(socket.getInputStream());
            return answer;
        }
    }

    /** Reads the answer's head and as much of a body as it announces. */
    private static String readAnswer(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = in.read();
            if (next < 0) {
                return head + "[end]";
            }
            head.append((char) next);
        }
        var length = LENGTH.matcher(head);
        return head + (length.find() ? new String(in.readNBytes(Integer.parseInt(length.group(1))), UTF_8) : "");
    }

    /** The server ends the connection soon, however much of the body is still to come. */
    private static void assertEnds(InputStream in) {
        try {
            assertEquals(-1, in.read());
        } catch (IOException reset) {
            assertTrue(String.valueOf(reset.getMessage()).contains("reset"), reset.toString());
        }
    }

    private static void writeChunk(OutputStream out, String text) throws IOException {
        out.write(bytes(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static void assertTooLarge(String answer) {
        assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
        assertTrue(answer.toLowerCase(Locale.ROOT).contains("content-type: application/problem+json"), answer);
        assertTrue(answer.contains("\"type\":\"/problems/too-large\""), answer);
    }
}
