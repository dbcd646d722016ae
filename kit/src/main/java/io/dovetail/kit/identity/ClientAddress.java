package io.dovetail.kit.identity;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/**
 * The network address that the present call comes from: what a trusted proxy says of it
 * ({@code quarkus.http.proxy.trusted-proxies}), else where the connection comes from.
 */
@RequestScoped
public class ClientAddress {
    private final CurrentVertxRequest request;

    ClientAddress(CurrentVertxRequest request) {
        this.request = request;
    }

    /** Empty if the proxy gives no address but a word. */
    public Optional<String> find() {
        return Optional.ofNullable(request.getCurrent())
                .map(call -> call.request().remoteAddress())
                .map(address -> address.hostAddress());
    }
}
