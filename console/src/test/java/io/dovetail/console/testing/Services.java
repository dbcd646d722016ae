package io.dovetail.console.testing;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The services' REST calls over real HTTP, answering what a test tells them to. */
public class Services implements QuarkusTestResourceLifecycleManager {
    private static final Map<String, Told> ANSWERS = new ConcurrentHashMap<>();
    private static final List<Call> CALLS = new CopyOnWriteArrayList<>();

    private @Nullable HttpServer server;

    private record Told(int status, String body) {}

    /** A call that arrived. */
    public record Call(
            String what,
            @Nullable String query,
            String body,
            @Nullable String cookie,
            @Nullable String authorization,
            List<String> forwardedFor) {}

    public static void reset() {
        ANSWERS.clear();
        CALLS.clear();
    }

    /** @param call such as {@code POST /api/sessions} */
    public static void answer(String call, int status, String body) {
        ANSWERS.put(call, new Told(status, body));
    }

    public static Call last(String call) {
        return CALLS.stream()
                .filter(made -> made.what().equals(call))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("nobody called " + call));
    }

    public static long count(String call) {
        return CALLS.stream().filter(made -> made.what().equals(call)).count();
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", exchange -> {
            var call =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            CALLS.add(new Call(
                    call,
                    exchange.getRequestURI().getRawQuery(),
                    body,
                    headers.getFirst("Cookie"),
                    headers.getFirst("Authorization"),
                    headers.getOrDefault("X-Forwarded-For", List.of())));
            var told = ANSWERS.getOrDefault(call, new Told(404, "{\"title\":\"Nothing is here\",\"detail\":\"\"}"));
            var bytes = told.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(told.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return Map.of(
                "dovetail.console.api-url",
                "http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
