package io.dovetail.kit.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Hangs up on a body of announced length that has not come within its time (security.md D5): no read timeout ends one
 * that brings a byte now and then. {@link OversizedBodies} sees to those of unannounced length.
 */
@ApplicationScoped
public class SlowBodies {
    private static final int BEFORE_OVERSIZED_BODIES = 1001;
    private final BodyConfig config;

    SlowBodies(BodyConfig config) {
        this.config = config;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, BEFORE_OVERSIZED_BODIES);
    }

    private void watch(RoutingContext context) {
        var request = context.request();
        if (request.getHeader(HttpHeaders.CONTENT_LENGTH) != null) {
            var overdue = context.vertx().setTimer(config.longest().toMillis(), late -> hangUp(request));
            context.addEndHandler(over -> context.vertx().cancelTimer(overdue));
        }
        context.next();
    }

    private static void hangUp(HttpServerRequest request) {
        if (!request.isEnded()) {
            request.connection().close();
        }
    }
}
