package io.dovetail.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers a body over the limit with 413 problem+json: an announced one before anything of it is read, one of
 * unannounced length as soon as it passes the limit.
 *
 * <p>Oversized bodies never reach JAX-RS, hence a filter of the router. For a body of unannounced length the framework
 * would cut the connection with an empty answer; such bodies are rare, and are gathered here before the call begins.
 */
@ApplicationScoped
public class OversizedBodies {
    private static final int BEFORE_EVERYTHING = 1000;
    private static final long LONGEST_GATHERING_MILLIS = 30_000;
    private static final long LINGER_MILLIS = 1_000;
    private final long most;
    private final BodyLimits limits;
    private final ObjectMapper json;

    OversizedBodies(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "1M") MemorySize most,
            BodyLimits limits,
            ObjectMapper json) {
        this.most = most.asLongValue();
        this.limits = limits;
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_EVERYTHING);
    }

    private void check(RoutingContext context) {
        var limit = limits.of(context.normalizedPath(), most);
        if (announcedLength(context) > limit) {
            refuse(context, limit);
        } else if (isOfUnannouncedLength(context.request())) {
            gather(context, limit);
        } else {
            context.next();
        }
    }

    private static boolean isOfUnannouncedLength(HttpServerRequest request) {
        return request.getHeader(HttpHeaders.CONTENT_LENGTH) == null
                && (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                        || request.version() == HttpVersion.HTTP_2);
    }

    /** Reads the body into the context, where the framework looks for it first. */
    private void gather(RoutingContext context, long limit) {
        var request = context.request();
        var body = Buffer.buffer();
        var overdue = context.vertx().setTimer(LONGEST_GATHERING_MILLIS, late -> close(request));
        request.handler(chunk -> {
            if (body.length() + chunk.length() > limit) {
                context.vertx().cancelTimer(overdue);
                refuse(context, limit);
            } else {
                body.appendBuffer(chunk);
            }
        });
        request.endHandler(end -> {
            context.vertx().cancelTimer(overdue);
            ((RoutingContextInternal) context).setBody(body);
            context.next();
        });
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        request.resume();
    }

    private void refuse(RoutingContext context, long limit) {
        context.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(body(limit));
        linger(context);
    }

    /** Closing at once would reset the connection and so take the answer from a client that is still sending. */
    private static void linger(RoutingContext context) {
        var request = context.request();
        request.handler(dropped -> {});
        request.endHandler(end -> close(request));
        request.exceptionHandler(gone -> close(request));
        context.vertx().setTimer(LINGER_MILLIS, late -> close(request));
        request.resume();
    }

    private static void close(HttpServerRequest request) {
        request.connection().close();
    }

    private static long announcedLength(RoutingContext context) {
        var announced = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return announced == null ? 0 : Long.parseLong(announced);
        } catch (NumberFormatException notANumber) {
            return Long.MAX_VALUE;
        }
    }

    private String body(long limit) {
        try {
            return json.writeValueAsString(CommonProblems.tooLarge(limit));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a problem could not be written", impossible);
        }
    }
}
