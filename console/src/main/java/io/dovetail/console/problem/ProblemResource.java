package io.dovetail.console.problem;

import io.dovetail.console.web.Html;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** Says more about a problem to whoever follows its {@code type} (RFC 9457, section 3.1.1). */
@Path("/problems/{slug}")
public class ProblemResource {
    private final ProblemPages pages;
    private final Html html;

    ProblemResource(ProblemPages pages, Html html) {
        this.pages = pages;
        this.html = html;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance explanation(String title, RawString content);
    }

    @GET
    public Response page(@PathParam("slug") String slug) {
        var page = pages.find(slug).orElseThrow(NotFoundException::new);
        return html.page(200, Templates.explanation(page.title(), new RawString(page.html())));
    }
}
