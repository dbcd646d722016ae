package io.dovetail.console.audit;

import io.dovetail.console.session.Administrators;
import io.dovetail.console.session.OwnApi;
import io.dovetail.console.web.Html;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings → Organization → Audit: who did what, newest first. */
@Path(AuditResource.HERE)
public class AuditResource {
    static final String HERE = "/settings/audit";

    private final Administrators administrators;
    private final OwnApi api;
    private final Html html;

    AuditResource(Administrators administrators, OwnApi api, Html html) {
        this.administrators = administrators;
        this.api = api;
        this.html = html;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance audit(List<Entry> entries, String next, boolean first);
    }

    @GET
    public Response page(@QueryParam("cursor") @Nullable String cursor) {
        var query = cursor == null ? "" : "?cursor=" + Html.encode(cursor);
        return administrators.open(HERE + query, session -> {
            var page = api.get(session, "/api/audit/" + session.companyId() + query)
                    .orProblem()
                    .body();
            return html.page(
                    200,
                    Templates.audit(
                            Entry.of(page), Html.encode(page.path("next").asText("")), cursor == null));
        });
    }
}
