package io.dovetail.console.signin;

import io.dovetail.console.session.BrowserCookie;
import io.dovetail.console.session.CurrentSession;
import io.dovetail.console.session.Session;
import io.dovetail.console.web.Api;
import io.dovetail.console.web.Html;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The end of a sign-in through SSO, the home page, and the way out. */
@Path("/")
public class CompleteResource {
    private final Api api;
    private final Html html;
    private final CurrentSession current;

    CompleteResource(Api api, Html html, CurrentSession current) {
        this.api = api;
        this.html = html;
        this.current = current;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance home(Session session);

        static native TemplateInstance notLinked();

        static native TemplateInstance refused(String title, String detail);
    }

    @GET
    public Response home() {
        return current.find()
                .map(session -> html.page(200, Templates.home(session)))
                .orElseGet(() -> html.seeOther("/sign-in"));
    }

    /** Trades the ticket for a session; the browser's own cookie must come along. */
    @GET
    @Path("auth/complete")
    public Response complete(
            @QueryParam("ticket") @Nullable String ticket,
            @QueryParam("returnTo") @Nullable String returnTo,
            HttpHeaders headers) {
        var answer = api.send(
                "POST", "/api/sessions", BrowserCookie.of(headers), Map.of("ticket", ticket == null ? "" : ticket));
        if (answer.ok()) {
            current.begin(answer.body());
            var told = answer.text("returnTo");
            return html.seeOther(Html.ownPath(told.isEmpty() ? returnTo : told));
        }
        return "not-linked".equals(answer.problem())
                ? html.page(answer.status(), Templates.notLinked())
                : html.page(answer.status(), Templates.refused(answer.text("title"), answer.text("detail")));
    }

    @POST
    @Path("sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signOut() {
        current.find()
                .ifPresent(session ->
                        api.send("DELETE", "/api/sessions/current", CurrentSession.bearer(session), Map.of()));
        current.end();
        return html.seeOther("/sign-in");
    }
}
