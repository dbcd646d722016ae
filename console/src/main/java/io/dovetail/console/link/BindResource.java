package io.dovetail.console.link;

import io.dovetail.console.seal.SealedCookies;
import io.dovetail.console.session.BrowserCookie;
import io.dovetail.console.session.RememberedCompany;
import io.dovetail.console.web.Api;
import io.dovetail.console.web.ConsoleConfig;
import io.dovetail.console.web.Html;
import io.dovetail.console.web.ProblemPage;
import io.dovetail.console.web.UtcTime;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the mail's binding link leads: the person links their account by signing in at the provider. */
@Path("/bind")
public class BindResource {
    private static final String HERE = "/bind";
    private static final String COOKIE = "dovetail-binding-link";

    private final Api api;
    private final Html html;
    private final SealedCookies cookies;
    private final ConsoleConfig config;
    private final RememberedCompany company;
    private final OtherPerson otherPerson;

    BindResource(
            Api api,
            Html html,
            SealedCookies cookies,
            ConsoleConfig config,
            RememberedCompany company,
            OtherPerson otherPerson) {
        this.api = api;
        this.html = html;
        this.cookies = cookies;
        this.config = config;
        this.company = company;
        this.otherPerson = otherPerson;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance bind(BindingLinkView link, String mark, boolean again, String message);

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

    /** @param again given when the provider is to ask anew who the person is */
    @GET
    public Response page(@QueryParam("again") @Nullable String again, HttpHeaders headers) {
        return show(200, require(headers), again != null, "");
    }

    /** The link is spent by nothing here: only by the sign-in at the provider that this leads to. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response start(
            @FormParam("mark") @Nullable String mark, @FormParam("again") @Nullable String again, HttpHeaders headers) {
        var link = require(headers);
        if (!link.mark().equals(mark)) {
            return show(
                    409,
                    link,
                    again != null,
                    "Another link was opened in this browser meanwhile. Look at the address below.");
        }
        return otherPerson.ask(409, () -> read(link), HERE).orElseGet(() -> start(link, again != null, headers));
    }

    private Response start(OpenedLink link, boolean again, HttpHeaders headers) {
        var started = api.send("POST", path(link) + "/start", BrowserCookie.of(headers), Map.of());
        if (!started.ok()) {
            return show(started.status(), link, again, started.message());
        }
        var login = started.text("redirectTo");
        return html.seeOther(again ? login + (login.contains("?") ? "&" : "?") + "again=1" : login, company.of(login));
    }

    /** Whoever reloads or bookmarks the address of the form comes to the page. */
    @GET
    @Path("/go-on")
    public Response goOnReloaded() {
        return html.seeOther(HERE);
    }

    @POST
    @Path("/go-on")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response goOn() {
        return otherPerson.goOn(HERE);
    }

    @POST
    @Path("/new-link")
    public Response sendNew(HttpHeaders headers) {
        api.send("POST", path(require(headers)) + "/resend", Map.of(), Map.of()).orProblem();
        return html.page(200, Templates.newLinkMailed());
    }

    private Response show(int status, OpenedLink link, boolean again, String message) {
        var answer = read(link).orProblem();
        var view = BindingLinkView.of(answer, UtcTime.inWords(answer.text("expiresAt")));
        return Optional.of(view)
                .filter(BindingLinkView::isLive)
                .flatMap(live -> otherPerson.ask(status, () -> answer, HERE))
                .orElseGet(() -> html.pageThatLeads(status, Templates.bind(view, link.mark(), again, message)));
    }

    private Api.Answer read(OpenedLink link) {
        return api.get(path(link), Map.of());
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
