package io.dovetail.console.signin;

import io.dovetail.console.session.CurrentSession;
import io.dovetail.console.session.Session;
import io.dovetail.console.session.SessionCookie;
import io.dovetail.console.web.Api;
import io.dovetail.console.web.Html;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The end of a sign-in through SSO, the home page, and the way out. */
@Path("/")
public class CompleteResource {
    private final Api api;
    private final Html html;
    private final SessionCookie cookie;
    private final CurrentSession current;

    CompleteResource(Api api, Html html, SessionCookie cookie, CurrentSession current) {
        this.api = api;
        this.html = html;
        this.cookie = cookie;
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
                .map(session -> current.with(html.page(200, Templates.home(session))))
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
                "POST", "/api/sessions", browserCookie(headers), Map.of("ticket", ticket == null ? "" : ticket));
        if (answer.ok()) {
            return Response.fromResponse(html.seeOther(Html.ownPath(returnTo)))
                    .cookie(cookie.seal(Session.of(answer.body(), Instant.now())))
                    .build();
        }
        return "not-linked".equals(answer.problem())
                ? html.page(answer.status(), Templates.notLinked())
                : html.page(answer.status(), Templates.refused(answer.text("title"), answer.text("detail")));
    }

    @POST
    @Path("sign-out")
    public Response signOut() {
        current.find()
                .ifPresent(session ->
                        api.send("DELETE", "/api/sessions/current", CurrentSession.bearer(session), Map.of()));
        return Response.fromResponse(html.seeOther("/sign-in"))
                .cookie(cookie.remove())
                .build();
    }

    /** Only the cookie by which the browser is recognised goes on to the service, never the session's. */
    private static Map<String, String> browserCookie(HttpHeaders headers) {
        var cookies = headers.getCookies().values().stream()
                .filter(found -> found.getName().endsWith("dovetail-browser"))
                .map(found -> found.getName() + "=" + found.getValue())
                .collect(Collectors.joining("; "));
        return cookies.isEmpty() ? Map.of() : Map.of("Cookie", cookies);
    }
}
