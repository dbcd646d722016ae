package io.dovetail.console.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The network address that the browser calls from: what a trusted proxy says of it
 * ({@code quarkus.http.proxy.trusted-proxies}), else where the connection comes from.
 */
@ApplicationScoped
class BrowserAddress {
    private final CurrentVertxRequest request;

    BrowserAddress(CurrentVertxRequest request) {
        this.request = request;
    }

    /** Empty if the proxy gives no address but a word. */
    Optional<String> find() {
        return Optional.ofNullable(request.getCurrent())
                .map(call -> call.request().remoteAddress())
                .map(address -> address.hostAddress());
    }
}
