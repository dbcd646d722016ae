package io.dovetail.lab.stack;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Optional;

/** The one origin that the browser sees, in front of all services; on the loopback address only. */
final class Proxy {
    private final Vertx vertx;
    private final HttpProxy proxy;

    Proxy(Vertx vertx, Ports ports) {
        this.vertx = vertx;
        this.proxy = HttpProxy.reverseProxy(vertx.createHttpClient());
        proxy.originSelector(request -> Future.succeededFuture(SocketAddress.inetSocketAddress(
                ports.of(Routes.partFor(path(request.uri())).orElseThrow()), "127.0.0.1")));
        proxy.addInterceptor(new Forwarding());
    }

    /** Listens with a certificate when there is one, else in plain HTTP. */
    void listen(int port, Optional<KeyCertOptions> certificate) {
        var options = new HttpServerOptions().setHost("localhost").setPort(port);
        certificate.ifPresent(own -> options.setSsl(true).setKeyCertOptions(own));
        vertx.createHttpServer(options)
                .requestHandler(this::handle)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private void handle(HttpServerRequest request) {
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
    private static final class Forwarding implements ProxyInterceptor {
        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            var proxied = context.request().proxiedRequest();
            context.request()
                    .headers()
                    .set("X-Forwarded-For", proxied.remoteAddress().hostAddress())
                    .set("X-Forwarded-Proto", proxied.scheme());
            return context.sendRequest();
        }
    }
}
