package io.dovetail.lab.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the proxy tells the services of who asked. */
class ProxyTest {
    private static final String ADDRESS = "203.0.113.7";

    private final Vertx vertx = Vertx.vertx();
    private final Ports ports = new Ports();
    private HttpServer service;

    @BeforeEach
    void aServiceThatSaysWhoItThinksAsks() throws IOException {
        service = HttpServer.create(
                new InetSocketAddress(InetAddress.getByName("127.0.0.1"), ports.of("user-service")), 0);
        service.createContext("/", exchange -> {
            var told = String.valueOf(exchange.getRequestHeaders().getOrDefault("X-Forwarded-For", List.of()));
            var bytes = told.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        service.start();
        var proxy = new Proxy(vertx, ports);
        proxy.listen(ports.of("public"), Optional.empty());
        proxy.listenInside(ports.of("internal"));
    }

    @AfterEach
    void stop() {
        service.stop(0);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void fromOutsideItIsTheConnectionsAddressWhateverTheCallerSays() throws Exception {
        assertEquals("[127.0.0.1]", told("public", "X-Forwarded-For", ADDRESS));
        assertEquals("[127.0.0.1]", told("public", "x-forwarded-for", ADDRESS));
    }

    @Test
    void fromInsideItIsWhomTheConsoleCallsFor() throws Exception {
        assertEquals("[" + ADDRESS + "]", told("internal", "X-Forwarded-For", ADDRESS));
        assertEquals("[127.0.0.1]", told("internal", "Accept", "text/plain"));
    }

    private String told(String entrance, String header, String value) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.of(entrance) + "/api/users/c1"))
                .header(header, value)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
