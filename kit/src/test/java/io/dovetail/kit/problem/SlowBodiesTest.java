package io.dovetail.kit.problem;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.parts.KitParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever sends slowly hinders nobody, and is hung up on in the end (security.md D5). */
@QuarkusTest
@QuarkusTestResource(KitParts.class)
@TestProfile(SlowBodiesTest.Impatient.class)
class SlowBodiesTest {
    /** More than there are threads that could wait for them. */
    private static final int MANY = 300;

    private static final int LENGTH = 1_000;

    /** The service waits two seconds for a body. */
    public static class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("dovetail.body.longest", "2S");
        }
    }

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI application;

    @Test
    void aBodyThatTakesItsTimeIsCutOffAndNobodyWaitsForIt() throws IOException {
        var slow = new ArrayList<Socket>();
        try {
            for (var i = 0; i < MANY; i++) {
                slow.add(begin());
            }

            given().formParam("text", "x".repeat(LENGTH))
                    .post("/api/samples/form")
                    .then()
                    .statusCode(200)
                    .body(is(String.valueOf(LENGTH)));

            assertTrue(bytesUntilHungUp(slow.get(0)) < LENGTH);
            for (var socket : slow.subList(1, MANY)) {
                assertEquals("", restOf(socket));
            }
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void aConnectionThatEndedIsNoFailureOfOurs() {
        var mappers = new ProblemMappers();

        var gone = mappers.unexpected(new IOException(new HttpClosedException("Connection was closed")));
        var broken = mappers.unexpected(new IOException("no space left"));

        assertEquals(400, gone.getStatus());
        assertEquals(500, broken.getStatus());
    }

    @Test
    void waitsAMinuteWhereNobodySaysOtherwise() {
        var config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(BodyConfig.class)
                .build()
                .getConfigMapping(BodyConfig.class);

        assertEquals(Duration.ofMinutes(1), config.longest());
    }

    private Socket begin() throws IOException {
        var socket = new Socket(application.getHost(), application.getPort());
        socket.getOutputStream()
                .write(("POST /api/samples/form HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + LENGTH
                                + "\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\ntext=")
                        .getBytes(UTF_8));
        return socket;
    }

    /** A byte every tenth of a second: no read of the service ever waits long. */
    private static int bytesUntilHungUp(Socket socket) throws IOException {
        socket.setSoTimeout(100);
        for (var sent = 0; sent < LENGTH / 4; sent++) {
            try {
                socket.getOutputStream().write('x');
                if (socket.getInputStream().read() < 0) {
                    return sent;
                }
            } catch (SocketTimeoutException stillOpen) {
                continue;
            } catch (IOException reset) {
                return sent;
            }
        }
        return LENGTH;
    }

    private static String restOf(Socket socket) throws IOException {
        socket.setSoTimeout(15_000);
        try {
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (SocketTimeoutException stillOpen) {
            return "still open";
        }
    }
}
