package io.dovetail.console.mails;

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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Settings → Organization → Mails: what became of each mail, newest first. */
@Path(MailsResource.HERE)
public class MailsResource {
    static final String HERE = "/settings/mails";

    private final Administrators administrators;
    private final OwnApi api;
    private final Html html;

    MailsResource(Administrators administrators, OwnApi api, Html html) {
        this.administrators = administrators;
        this.api = api;
        this.html = html;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance mails(List<Delivery> deliveries, boolean onlyFailed, String next, boolean first);
    }

    @GET
    public Response page(@QueryParam("state") @Nullable String state, @QueryParam("cursor") @Nullable String cursor) {
        var onlyFailed = "FAILED".equals(state);
        var query = Stream.of(onlyFailed ? "state=FAILED" : "", cursor == null ? "" : "cursor=" + Html.encode(cursor))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("&"), parts -> parts.isEmpty() ? "" : "?" + parts));
        return administrators.open(HERE + query, session -> {
            var page = api.get(session, "/api/deliveries/" + session.companyId() + query)
                    .orProblem()
                    .body();
            return html.page(
                    200,
                    Templates.mails(
                            Delivery.of(page),
                            onlyFailed,
                            Html.encode(page.path("next").asText("")),
                            cursor == null));
        });
    }
}
