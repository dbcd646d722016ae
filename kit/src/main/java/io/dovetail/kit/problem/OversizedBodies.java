package io.dovetail.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers an announced body over the limit with 413 problem+json before anything of it is read.
 *
 * <p>Oversized bodies never reach JAX-RS, hence a filter of the router. A body of unannounced length is cut off by the
 * HTTP layer at the same limit.
 */
@ApplicationScoped
public class OversizedBodies {
    private static final int BEFORE_EVERYTHING = 1000;
    private final long limit;
    private final ObjectMapper json;

    OversizedBodies(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "1M") MemorySize limit,
            ObjectMapper json) {
        this.limit = limit.asLongValue();
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_EVERYTHING);
    }

    private void check(RoutingContext context) {
        if (announcedLength(context) <= limit) {
            context.next();
            return;
        }
        context.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(body());
    }

    private static long announcedLength(RoutingContext context) {
        var announced = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return announced == null ? 0 : Long.parseLong(announced);
        } catch (NumberFormatException notANumber) {
            return Long.MAX_VALUE;
        }
    }

    private String body() {
        try {
            return json.writeValueAsString(CommonProblems.tooLarge(limit));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a problem could not be written", impossible);
        }
    }
}
