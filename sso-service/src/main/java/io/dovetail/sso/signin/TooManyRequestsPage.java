package io.dovetail.sso.signin;

import io.dovetail.kit.limit.TooManyRequestsException;
import io.dovetail.kit.problem.ProblemMappers;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells a browser in words that it came too soon; whoever asks for no page gets the problem as from every service. */
public class TooManyRequestsPage {
    private static final String HTML = "html";

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance tooManyRequests(String detail);
    }

    @ServerExceptionMapper
    public Response answer(TooManyRequestsException refusal, HttpHeaders headers) {
        var plain = new ProblemMappers().problem(refusal);
        var accept = headers.getHeaderString(HttpHeaders.ACCEPT);
        if (accept == null || !accept.contains(HTML)) {
            return plain;
        }
        var page = Templates.tooManyRequests(refusal.problem().detail());
        return Response.fromResponse(Pages.html(plain.getStatus(), page))
                .header(HttpHeaders.RETRY_AFTER, plain.getHeaderString(HttpHeaders.RETRY_AFTER))
                .build();
    }
}
