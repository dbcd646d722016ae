package io.dovetail.console.signin;

import io.dovetail.console.session.CurrentSession;
import io.dovetail.console.session.RememberedCompany;
import io.dovetail.console.session.SignInMethod;
import io.dovetail.console.web.Api;
import io.dovetail.console.web.Html;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks for the address, and then leads to the provider or asks for the password. */
@Path("/sign-in")
public class SignInResource {
    private final Api api;
    private final Html html;
    private final CurrentSession current;
    private final RememberedCompany company;

    SignInResource(Api api, Html html, CurrentSession current, RememberedCompany company) {
        this.api = api;
        this.html = html;
        this.current = current;
        this.company = company;
    }

    /** A company to choose from, when a password is right in several. */
    public record Choice(String id, String name) {}

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance signIn(String message, boolean failure, String returnTo);

        static native TemplateInstance signInPassword(
                String message, String email, String returnTo, String provider, List<Choice> companies);
    }

    @GET
    public Response page(
            @QueryParam("returnTo") @Nullable String returnTo,
            @QueryParam("created") @Nullable String created,
            @QueryParam("out") @Nullable String out) {
        return html.pageThatLeads(
                200, Templates.signIn(greeting(returnTo, created, out), false, Html.ownPath(returnTo)));
    }

    /** Says why the person is here, unless they came by themselves. */
    private static String greeting(@Nullable String returnTo, @Nullable String created, @Nullable String out) {
        if (created != null) {
            return "Your password is created. Sign in with it now.";
        }
        if (out != null) {
            return "You are signed out here. At your provider you may still be signed in.";
        }
        return Html.ownPath(returnTo).equals("/") ? "" : "Sign in, and you go on to the page that you asked for.";
    }

    /** For whoever knows that a password is what they have. */
    @GET
    @Path("/password")
    public Response passwordPage(@QueryParam("returnTo") @Nullable String returnTo, HttpHeaders headers) {
        return html.page(200, passwordForm("", "", returnTo, headers, List.of()));
    }

    /**
     * Whoever came in through a provider here before is offered it beside: an address outside of the company's domains
     * does not tell that single sign-on is on.
     */
    private TemplateInstance passwordForm(
            String message, String email, @Nullable String returnTo, HttpHeaders headers, List<Choice> choices) {
        var path = Html.ownPath(returnTo);
        var provider = company.findLogin(headers)
                .map(login -> login + "?returnTo=" + Html.encode(path))
                .orElse("");
        return Templates.signInPassword(message, email, path, provider, choices);
    }

    /** Single sign-on companies go to their provider; all others are asked for the password. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response address(
            @FormParam("email") @Nullable String email,
            @FormParam("returnTo") @Nullable String returnTo,
            HttpHeaders headers) {
        var answer = api.send("POST", "/api/sign-in", Map.of(), Map.of("email", text(email)));
        if (!answer.ok()) {
            return html.pageThatLeads(
                    answer.status(), Templates.signIn(answer.message(), true, Html.ownPath(returnTo)));
        }
        if ("SSO".equals(answer.text("method"))) {
            var path = Html.ownPath(answer.text("redirectTo"));
            return html.seeOther(
                    path + (path.contains("?") ? "&" : "?") + "returnTo=" + Html.encode(Html.ownPath(returnTo)),
                    company.of(path));
        }
        return html.page(200, passwordForm("", text(email), returnTo, headers, List.of()));
    }

    @POST
    @Path("/password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response password(
            @FormParam("email") @Nullable String email,
            @FormParam("password") @Nullable String password,
            @FormParam("company") @Nullable String chosen,
            @FormParam("returnTo") @Nullable String returnTo,
            HttpHeaders headers) {
        var credentials = new HashMap<String, String>();
        credentials.put("email", text(email));
        credentials.put("password", text(password));
        if (chosen != null && !chosen.isBlank()) {
            credentials.put("company", chosen);
        }
        var answer = api.send("POST", "/api/sessions", Map.of(), credentials);
        if (answer.ok()) {
            current.begin(answer.body(), SignInMethod.PASSWORD);
            return html.seeOther(Html.ownPath(returnTo));
        }
        var message = "several-companies".equals(answer.problem())
                ? "This password is right in several companies: choose one, and type the password once more."
                : answer.message();
        return html.page(answer.status(), passwordForm(message, text(email), returnTo, headers, choices(answer)));
    }

    private static List<Choice> choices(Api.Answer answer) {
        var choices = new ArrayList<Choice>();
        for (var company : answer.body().path("companies")) {
            choices.add(new Choice(
                    company.path("companyId").asText(""), company.path("name").asText("")));
        }
        return choices;
    }

    private static String text(@Nullable String field) {
        return field == null ? "" : field;
    }
}
