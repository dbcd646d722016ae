package io.dovetail.console.password;

import io.dovetail.console.link.DeadLink;
import io.dovetail.console.link.OpenedLink;
import io.dovetail.console.link.OtherPerson;
import io.dovetail.console.seal.SealedCookies;
import io.dovetail.console.web.Api;
import io.dovetail.console.web.Html;
import io.dovetail.console.web.ProblemPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the mail's link leads: the person creates a password. */
@Path("/password")
public class PasswordResource {
    private static final String HERE = "/password";
    private static final String COOKIE = "dovetail-password-link";

    private final Api api;
    private final Html html;
    private final SealedCookies cookies;
    private final OtherPerson otherPerson;

    PasswordResource(Api api, Html html, SealedCookies cookies, OtherPerson otherPerson) {
        this.api = api;
        this.html = html;
        this.cookies = cookies;
        this.otherPerson = otherPerson;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance deadLink(DeadLink link);

        static native TemplateInstance newPasswordLinkMailed();

        static native TemplateInstance password(String email, String companyName, String mark, String message);
    }

    /** Takes the token out of the address bar, the history and every Referer (security.md J12). */
    @GET
    @Path("/{token: [A-Za-z0-9_-]{1,200}}")
    public Response open(@PathParam("token") String token) {
        return html.seeOther("/password", cookies.create(COOKIE, new OpenedLink(token), OpenedLink.OPEN));
    }

    @GET
    public Response page(HttpHeaders headers) {
        return show(200, require(headers), "");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(
            @FormParam("password") @Nullable String password,
            @FormParam("mark") @Nullable String mark,
            HttpHeaders headers) {
        var link = require(headers);
        if (!link.mark().equals(mark)) {
            return show(409, link, "Another link was opened in this browser meanwhile. Look at the address below.");
        }
        return otherPerson
                .ask(409, () -> api.get(path(link), Map.of()), HERE)
                .orElseGet(() -> create(link, password == null ? "" : password));
    }

    private Response create(OpenedLink link, String password) {
        var answer = api.send("POST", path(link), Map.of(), Map.of("password", password));
        return answer.ok()
                ? html.seeOther("/sign-in?created=1", cookies.remove(COOKIE))
                : show(answer.status(), link, answer.message());
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
        return html.page(200, Templates.newPasswordLinkMailed());
    }

    private Response show(int status, OpenedLink link, String message) {
        var answer = api.get(path(link), Map.of());
        if (!answer.ok()) {
            return html.page(answer.status(), Templates.deadLink(DeadLink.of(answer)));
        }
        return otherPerson
                .ask(status, () -> answer, HERE)
                .orElseGet(() -> html.page(
                        status,
                        Templates.password(answer.text("email"), answer.text("companyName"), link.mark(), message)));
    }

    private OpenedLink require(HttpHeaders headers) {
        return cookies.find(headers, COOKIE, OpenedLink.class)
                .orElseThrow(() -> new ProblemPage(
                        404,
                        "Open the link of your mail again",
                        "This page works for an hour after the link was opened, once, in the browser that opened it."));
    }

    private static String path(OpenedLink link) {
        return "/api/password-resets/" + link.token();
    }
}
