package io.dovetail.console.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers an announced body over the limit with 413 before anything of it is read.
 *
 * <p>Such bodies never reach JAX-RS, hence a filter of the router. Browsers announce the length of a form, and so a
 * body that does not is refused with 411.
 */
@ApplicationScoped
public class OversizedBodies {
    private static final int BEFORE_EVERYTHING = 1000;
    private static final long LINGER_MILLIS = 1_000;
    private static final long LONGEST_FORM = 1 << 20;
    /** The one form that takes a file. */
    private static final String WITH_A_FILE = "/settings/single-sign-on/save";

    private static final String SESSION = "dovetail-session";

    private final long longest;

    /** @param longest in bytes, of the form with a file; 4 MiB */
    OversizedBodies(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "4M") MemorySize longest) {
        this.longest = longest.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_EVERYTHING);
    }

    private void check(RoutingContext context) {
        var announced = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        var limit = mayBeLong(context.request()) ? longest : Math.min(LONGEST_FORM, longest);
        if (announced == null && context.request().getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            refuse(context, 411, "The body's length is missing", "Send the request with a Content-Length.");
        } else if (announced != null && length(announced) > limit) {
            refuse(context, 413, "The body is too large", "At most " + limit + " bytes are read here; send less.");
        } else {
            context.next();
        }
    }

    /** Whoever is signed in; whether they really are is looked at later. */
    private static boolean mayBeLong(HttpServerRequest request) {
        var cookies = request.getHeader(HttpHeaders.COOKIE);
        return WITH_A_FILE.equals(request.path()) && cookies != null && cookies.contains(SESSION);
    }

    /** Closing at once would reset the connection and so take the answer from a browser that is still sending. */
    private static void refuse(RoutingContext context, int status, String title, String detail) {
        var request = context.request();
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        var page = accept != null && accept.contains("html");
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, page ? "text/html;charset=utf-8" : "application/problem+json")
                .putHeader("Content-Security-Policy", Html.POLICY + "; form-action 'none'")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(page ? ErrorPages.page(title, detail) : problem(status, title, detail));
        request.handler(dropped -> {});
        request.endHandler(end -> request.connection().close());
        request.exceptionHandler(gone -> request.connection().close());
        context.vertx().setTimer(LINGER_MILLIS, late -> request.connection().close());
        request.resume();
    }

    private static String problem(int status, String title, String detail) {
        return new JsonObject()
                .put("type", ErrorPages.type(status))
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .encode();
    }

    private static long length(String announced) {
        try {
            return Long.parseLong(announced);
        } catch (NumberFormatException notANumber) {
            return Long.MAX_VALUE;
        }
    }
}
