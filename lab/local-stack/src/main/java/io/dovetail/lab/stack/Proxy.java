package io.dovetail.lab.stack;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Optional;

/** The one origin that the browser sees, in front of all services; on the loopback address only. */
final class Proxy {
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    /** Otherwise five: as many bodies that come slowly would keep a service from everybody else (security.md D5). */
    private static final int MOST_CONNECTIONS_TO_A_PART = 500;

    private final Vertx vertx;
    private final Ports ports;

    Proxy(Vertx vertx, Ports ports) {
        this.vertx = vertx;
        this.ports = ports;
    }

    /** For browsers: with a certificate when there is one, else in plain HTTP. */
    void listen(int port, Optional<KeyCertOptions> certificate) {
        var options = new HttpServerOptions();
        certificate.ifPresent(own -> options.setSsl(true).setKeyCertOptions(own));
        listen(port, options, new FromOutside());
    }

    /** For the console alone, which says for whom it calls. */
    void listenInside(int port) {
        listen(port, new HttpServerOptions(), new FromInside());
    }

    private void listen(int port, HttpServerOptions options, ProxyInterceptor forwarding) {
        var proxy = HttpProxy.reverseProxy(vertx.createHttpClient(
                        new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS_TO_A_PART)))
                .originSelector(request -> Future.succeededFuture(SocketAddress.inetSocketAddress(
                        ports.of(Routes.partFor(path(request.uri())).orElseThrow()), "127.0.0.1")))
                .addInterceptor(forwarding);
        vertx.createHttpServer(options.setHost("localhost").setPort(port))
                .requestHandler(request -> handle(request, proxy))
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static void handle(HttpServerRequest request, HttpProxy proxy) {
        if (Routes.partFor(path(request.uri())).isPresent()) {
            proxy.handle(request);
        } else {
            request.response().setStatusCode(404).end();
        }
    }

    private static String path(String uri) {
        var end = uri.indexOf('?');
        return end < 0 ? uri : uri.substring(0, end);
    }

    /** Tells the services who asked, and lets nobody outside say so instead. */
    private static class FromOutside implements ProxyInterceptor {
        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            var proxied = context.request().proxiedRequest();
            context.request()
                    .headers()
                    .set(FORWARDED_FOR, proxied.remoteAddress().hostAddress())
                    .set("X-Forwarded-Proto", proxied.scheme());
            return context.sendRequest();
        }
    }

    /** Believes who calls; whoever says nothing calls for themselves. */
    private static final class FromInside extends FromOutside {
        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            return context.request().headers().contains(FORWARDED_FOR)
                    ? context.sendRequest()
                    : super.handleProxyRequest(context);
        }
    }
}
