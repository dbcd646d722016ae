package io.dovetail.console.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Every failure as a page for people, and as problem+json (RFC 9457) for whoever asks for JSON. */
@ApplicationScoped
public class ErrorPages {
    private static final Logger LOG = Logger.getLogger(ErrorPages.class);
    private static final String FORM_READERS = "org.jboss.resteasy.reactive.server.core.multipart.";

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance problem(String title, String detail);
    }

    private final Html html;

    ErrorPages(Html html) {
        this.html = html;
    }

    @ServerExceptionMapper
    public Response problem(ProblemPage problem, HttpHeaders headers) {
        return answer(problem.status(), problem.title(), problem.detail(), headers);
    }

    @ServerExceptionMapper
    public Response framework(WebApplicationException failure, HttpHeaders headers) {
        var status = failure.getResponse().getStatus();
        if (status == 404) {
            return answer(404, "Nothing is here", "Check the address, or go back to the start page.", headers);
        }
        return status / 100 == 4 ? misfit(status, headers) : unexpected(failure, headers);
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable failure, HttpHeaders headers) {
        if (isOfTheFormReader(failure)) {
            return misfit(400, headers);
        }
        LOG.error("page failed", failure);
        return answer(500, "Something failed on our side", "Please try again in a moment.", headers);
    }

    Response misfit(int status, HttpHeaders headers) {
        return answer(
                status, "The request does not fit", "Go back, load the page again and send it once more.", headers);
    }

    /** A form that is broken, cut off or has too many fields ends in the framework's plain exceptions. */
    private static boolean isOfTheFormReader(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith(FORM_READERS));
    }

    private Response answer(int status, String title, String detail, HttpHeaders headers) {
        if (!isForPeople(headers.getHeaderString(HttpHeaders.ACCEPT))) {
            return Response.status(status)
                    .type(new MediaType("application", "problem+json"))
                    .header("Cache-Control", "no-store")
                    .entity(Map.of("type", type(status), "status", status, "title", title, "detail", detail))
                    .build();
        }
        return html.page(status, Templates.problem(title, detail));
    }

    /** JSON goes only to those who ask for it and not for a page. */
    static boolean isForPeople(@Nullable String accept) {
        return accept == null || accept.contains("html") || !accept.contains("json");
    }

    static String page(String title, String detail) {
        return Templates.problem(title, detail).render();
    }

    /** The problem's page among the contracts. */
    static String type(int status) {
        return "/problems/"
                + switch (status) {
                    case 401 -> "not-authenticated";
                    case 403 -> "forbidden";
                    case 404 -> "not-found";
                    case 405 -> "method-not-allowed";
                    case 406 -> "not-acceptable";
                    case 413 -> "too-large";
                    case 415 -> "unsupported-media-type";
                    case 500 -> "internal-error";
                    case 503 -> "try-again";
                    default -> "bad-request";
                };
    }
}
