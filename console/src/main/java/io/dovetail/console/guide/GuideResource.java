package io.dovetail.console.guide;

import io.dovetail.console.web.Html;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** Shows a provider's guide. */
@Path("/guides/{name}")
public class GuideResource {
    private final Guides guides;
    private final Html html;

    GuideResource(Guides guides, Html html) {
        this.guides = guides;
        this.html = html;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance guide(String title, RawString content);
    }

    @GET
    public Response page(@PathParam("name") String name) {
        var page = guides.find(name).orElseThrow(NotFoundException::new);
        return html.page(200, Templates.guide(page.title(), new RawString(page.html())));
    }
}
