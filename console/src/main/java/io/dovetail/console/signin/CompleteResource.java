package io.dovetail.console.signin;

import io.dovetail.console.session.BrowserCookie;
import io.dovetail.console.session.CurrentSession;
import io.dovetail.console.session.Session;
import io.dovetail.console.session.SignInMethod;
import io.dovetail.console.web.Api;
import io.dovetail.console.web.Html;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The end of a sign-in through SSO: the ticket is traded for a session. */
@Path("/auth/complete")
public class CompleteResource {
    private static final int SEE_OTHER = 303;

    private final Api api;
    private final Html html;
    private final CurrentSession current;
    private final NotLinkedPage notLinked;

    CompleteResource(Api api, Html html, CurrentSession current, NotLinkedPage notLinked) {
        this.api = api;
        this.html = html;
        this.current = current;
        this.notLinked = notLinked;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance linked(String providerEmail, String email, boolean signedIn);

        static native TemplateInstance otherAccount(String title, String detail);

        static native TemplateInstance refused(String title, String detail);
    }

    /** The browser's own cookie must come along: a ticket passed on to another browser is worth nothing. */
    @GET
    public Response complete(
            @QueryParam("ticket") @Nullable String ticket,
            @QueryParam("bind") @Nullable String bind,
            @QueryParam("returnTo") @Nullable String returnTo,
            HttpHeaders headers) {
        if (ticket == null || ticket.isBlank()) {
            return refused(400, "This sign-in did not come through", "Nothing was changed. Please start again.");
        }
        return bind == null ? openSession(ticket, returnTo, headers) : bind(ticket, returnTo, headers);
    }

    /** First the binding; its answer is the ticket for the session, unless single sign-on is still off. */
    private Response bind(String ticket, @Nullable String returnTo, HttpHeaders headers) {
        var bound = api.send("POST", "/api/bindings", BrowserCookie.of(headers), Map.of("ticket", ticket));
        if (!bound.ok()) {
            return refused(bound, headers);
        }
        var atProvider = bound.body().path("providerEmail").asText("");
        if (!bound.body().path("ticket").isTextual()) {
            return html.page(200, Templates.linked(atProvider, "", false));
        }
        var opened = openSession(bound.text("ticket"), returnTo, headers);
        var email = current.find().map(Session::email).orElse("");
        return opened.getStatus() != SEE_OTHER || atProvider.isEmpty() || atProvider.equalsIgnoreCase(email)
                ? opened
                : html.page(200, Templates.linked(atProvider, email, true));
    }

    private Response openSession(String ticket, @Nullable String returnTo, HttpHeaders headers) {
        var answer = api.send("POST", "/api/sessions", BrowserCookie.of(headers), Map.of("ticket", ticket));
        if (answer.ok()) {
            current.begin(answer.body(), SignInMethod.SSO);
            return html.seeOther(Html.ownPath(returnTo));
        }
        return refused(answer, headers);
    }

    private Response refused(Api.Answer answer, HttpHeaders headers) {
        return switch (answer.problem()) {
            case "not-linked" -> notLinked.show(answer.status(), headers, answer.text("companyId"));
            case "identity-taken", "other-identity-bound" ->
                html.page(answer.status(), Templates.otherAccount(answer.text("title"), answer.advice()));
            case "ticket-invalid", "ticket-expired", "ticket-already-used" ->
                refused(
                        answer.status(),
                        "This sign-in has ended",
                        "The last step of a sign-in works once, for a minute. If you are not signed in, start again.");
            default -> refused(answer.status(), answer.text("title"), answer.advice());
        };
    }

    private Response refused(int status, String title, String detail) {
        return html.page(status, Templates.refused(title.isBlank() ? "You are not signed in" : title, detail));
    }
}
