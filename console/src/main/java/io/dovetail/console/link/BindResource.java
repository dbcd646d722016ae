package io.dovetail.console.link;

import io.dovetail.console.seal.SealedCookies;
import io.dovetail.console.session.BrowserCookie;
import io.dovetail.console.web.Api;
import io.dovetail.console.web.ConsoleConfig;
import io.dovetail.console.web.Html;
import io.dovetail.console.web.ProblemPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the mail's binding link leads: the person links their account by signing in at the provider. */
@Path("/bind")
public class BindResource {
    private static final String COOKIE = "dovetail-binding-link";
    private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Api api;
    private final Html html;
    private final SealedCookies cookies;
    private final ConsoleConfig config;

    BindResource(Api api, Html html, SealedCookies cookies, ConsoleConfig config) {
        this.api = api;
        this.html = html;
        this.cookies = cookies;
        this.config = config;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance bind(BindingLinkView link, String mark, String message);

        static native TemplateInstance newLinkMailed();
    }

    /** Takes the token out of the address bar, the history and every Referer (security.md J12). */
    @GET
    @Path("/{token: [A-Za-z0-9_-]{1,200}}")
    public Response open(@PathParam("token") String token, HttpHeaders headers) {
        var opened = cookies.create(COOKIE, new OpenedLink(token), OpenedLink.OPEN);
        return BrowserCookie.of(headers).isEmpty()
                ? html.seeOther("/bind", opened, BrowserCookie.create(config.secure()))
                : html.seeOther("/bind", opened);
    }

    @GET
    public Response page(HttpHeaders headers) {
        return show(200, require(headers), "");
    }

    /** The link is spent by nothing here: only by the sign-in at the provider that this leads to. */
    @POST
    public Response start(@FormParam("mark") @Nullable String mark, HttpHeaders headers) {
        var link = require(headers);
        if (!link.mark().equals(mark)) {
            return show(409, link, "Another link was opened in this browser meanwhile. Look at the address below.");
        }
        var started = api.send("POST", path(link) + "/start", BrowserCookie.of(headers), Map.of());
        return started.ok()
                ? html.seeOther(started.text("redirectTo"))
                : show(started.status(), link, started.message());
    }

    @POST
    @Path("/new-link")
    public Response sendNew(HttpHeaders headers) {
        api.send("POST", path(require(headers)) + "/resend", Map.of(), Map.of()).orProblem();
        return html.page(200, Templates.newLinkMailed());
    }

    private Response show(int status, OpenedLink link, String message) {
        var answer = api.get(path(link), Map.of()).orProblem();
        var until = UNTIL.format(Instant.parse(answer.text("expiresAt")));
        return html.pageThatLeads(status, Templates.bind(BindingLinkView.of(answer, until), link.mark(), message));
    }

    private OpenedLink require(HttpHeaders headers) {
        return cookies.find(headers, COOKIE, OpenedLink.class)
                .orElseThrow(() -> new ProblemPage(
                        404,
                        "Open the link of your mail again",
                        "This page works for an hour after the link was opened, in the browser that opened it, if it"
                                + " keeps cookies."));
    }

    private static String path(OpenedLink link) {
        return "/api/binding-links/" + link.token();
    }
}
