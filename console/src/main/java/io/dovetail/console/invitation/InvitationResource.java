package io.dovetail.console.invitation;

import io.dovetail.console.link.DeadLink;
import io.dovetail.console.link.OpenedLink;
import io.dovetail.console.link.OtherPerson;
import io.dovetail.console.seal.SealedCookies;
import io.dovetail.console.session.CurrentSession;
import io.dovetail.console.session.SignInMethod;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where the mail's invitation leads: the person gives name and password, and is in. */
@Path("/invitation")
public class InvitationResource {
    private static final String HERE = "/invitation";
    private static final String COOKIE = "dovetail-invitation";

    private final Api api;
    private final Html html;
    private final SealedCookies cookies;
    private final CurrentSession current;
    private final OtherPerson otherPerson;

    InvitationResource(Api api, Html html, SealedCookies cookies, CurrentSession current, OtherPerson otherPerson) {
        this.api = api;
        this.html = html;
        this.cookies = cookies;
        this.current = current;
        this.otherPerson = otherPerson;
    }

    /** What the person typed, as the call takes it. */
    record Wish(String firstName, String lastName, String password) {}

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance invitation(InvitationView invitation, String mark, String message);

        static native TemplateInstance deadInvitation(DeadLink link);

        static native TemplateInstance newInvitationMailed();
    }

    /** Takes the token out of the address bar, the history and every Referer (security.md J12). */
    @GET
    @Path("/{token: [A-Za-z0-9_-]{1,200}}")
    public Response open(@PathParam("token") String token) {
        return html.seeOther("/invitation", cookies.create(COOKIE, new OpenedLink(token), OpenedLink.OPEN));
    }

    @GET
    public Response page(HttpHeaders headers) {
        return show(200, require(headers), "", "", "");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response accept(
            @FormParam("firstName") @Nullable String firstName,
            @FormParam("lastName") @Nullable String lastName,
            @FormParam("password") @Nullable String password,
            @FormParam("mark") @Nullable String mark,
            HttpHeaders headers) {
        var link = require(headers);
        var wish = new Wish(text(firstName), text(lastName), text(password));
        if (!link.mark().equals(mark)) {
            return show(
                    409,
                    link,
                    wish.firstName(),
                    wish.lastName(),
                    "Another link was opened in this browser meanwhile. Look at the address below.");
        }
        var invitation = api.get(path(link), Map.of());
        return otherPerson.ask(409, () -> invitation, HERE).orElseGet(() -> accept(link, invitation, wish));
    }

    private Response accept(OpenedLink link, Api.Answer invitation, Wish wish) {
        var answer = api.send("POST", path(link) + "/accept", Map.of(), wish);
        return answer.ok()
                ? signIn(invitation, wish.password())
                : show(answer.status(), link, wish.firstName(), wish.lastName(), answer.message());
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
        return html.page(200, Templates.newInvitationMailed());
    }

    /** Whoever has just chosen a password need not type it again; where that fails, the sign-in page says so. */
    private Response signIn(Api.Answer invitation, String password) {
        var credentials = Map.of(
                "email", invitation.text("email"), "password", password, "company", invitation.text("companyId"));
        var opened = api.send("POST", "/api/sessions", Map.of(), credentials);
        if (!opened.ok()) {
            return html.seeOther("/sign-in?created=1", cookies.remove(COOKIE));
        }
        current.begin(opened.body(), SignInMethod.PASSWORD);
        return html.seeOther("/", cookies.remove(COOKIE));
    }

    private Response show(int status, OpenedLink link, String firstName, String lastName, String message) {
        var answer = api.get(path(link), Map.of());
        if (!answer.ok()) {
            return html.page(answer.status(), Templates.deadInvitation(DeadLink.of(answer)));
        }
        var invitation = InvitationView.of(answer, firstName, lastName);
        return otherPerson
                .ask(status, () -> answer, HERE)
                .orElseGet(() -> html.page(status, Templates.invitation(invitation, link.mark(), message)));
    }

    private OpenedLink require(HttpHeaders headers) {
        return cookies.find(headers, COOKIE, OpenedLink.class)
                .orElseThrow(() -> new ProblemPage(
                        404,
                        "Open the link of your mail again",
                        "This page works for an hour after the link was opened, once, in the browser that opened it."));
    }

    private static String path(OpenedLink link) {
        return "/api/invitations/" + link.token();
    }

    private static String text(@Nullable String field) {
        return Objects.requireNonNullElse(field, "");
    }
}
