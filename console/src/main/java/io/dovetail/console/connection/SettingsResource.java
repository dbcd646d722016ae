package io.dovetail.console.connection;

import io.dovetail.console.session.BrowserCookie;
import io.dovetail.console.session.CurrentSession;
import io.dovetail.console.session.Session;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Settings → Organization → Single Sign-On: save, verify, link, enable. */
@Path("/settings/single-sign-on")
public class SettingsResource {
    private static final String HERE = "/settings/single-sign-on";
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    private final Api api;
    private final Html html;
    private final CurrentSession current;

    SettingsResource(Api api, Html html, CurrentSession current) {
        this.api = api;
        this.html = html;
        this.current = current;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance settings(
                SettingsView connection,
                SettingsView.@Nullable Verification verification,
                String message,
                List<String> missing);
    }

    @GET
    public Response page(
            @QueryParam("verification") @Nullable String verification, @QueryParam("done") @Nullable String done) {
        return asAdministrator(session -> show(200, session, verification, message(done), List.of()));
    }

    @POST
    @Path("/save")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(
            @FormParam("provider") @Nullable String provider,
            @FormParam("metadataUrl") @Nullable String metadataUrl,
            @FormParam("metadataXml") @Nullable String metadataXml) {
        var draft = new TreeMap<String, String>();
        put(draft, "provider", provider);
        put(draft, "metadataUrl", metadataUrl);
        put(draft, "metadataXml", metadataXml);
        return asAdministrator(session -> {
            var answer = api.send("PUT", sso(session, ""), CurrentSession.bearer(session), draft);
            return answer.ok()
                    ? html.seeOther(HERE + "?done=saved")
                    : show(answer.status(), session, null, answer.text("detail"), List.of());
        });
    }

    /** Leads to the provider; the answer comes back to this page. */
    @POST
    @Path("/verify")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response verify() {
        return asAdministrator(session -> {
            var answer = post(session, "/verifications");
            return answer.ok()
                    ? html.seeOther(Html.ownPath(answer.text("loginUrl")))
                    : show(answer.status(), session, null, answer.text("detail"), List.of());
        });
    }

    @POST
    @Path("/link")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response link(@FormParam("verification") @Nullable String verification, HttpHeaders headers) {
        return asAdministrator(session -> {
            var ticket = post(session, "/verifications/" + id(verification) + "/link");
            var bound = ticket.ok()
                    ? api.send(
                            "POST", "/api/bindings", BrowserCookie.of(headers), Map.of("ticket", ticket.text("ticket")))
                    : ticket;
            return bound.ok()
                    ? html.seeOther(HERE + "?done=linked&verification=" + id(verification))
                    : show(bound.status(), session, verification, bound.text("detail"), List.of());
        });
    }

    @POST
    @Path("/enable")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enable() {
        return asAdministrator(session -> {
            var answer = post(session, "/enable");
            if (answer.ok()) {
                return html.seeOther(HERE + "?done=enabled");
            }
            var missing = new ArrayList<String>();
            answer.body().path("missing").forEach(item -> missing.add(item.asText("")));
            return show(answer.status(), session, null, answer.text("detail"), missing);
        });
    }

    private Response show(
            int status, Session session, @Nullable String verification, String message, List<String> missing) {
        var bearer = CurrentSession.bearer(session);
        var connection = api.get(sso(session, ""), bearer);
        if (connection.status() == 401) {
            current.end();
            return html.seeOther("/sign-in?returnTo=" + HERE);
        }
        connection.orProblem();
        var checks = verification == null
                ? null
                : SettingsView.Verification.of(api.get(sso(session, "/verifications/" + id(verification)), bearer)
                        .orProblem()
                        .body());
        return html.pageThatLeads(
                status, Templates.settings(SettingsView.of(connection.body()), checks, message, missing));
    }

    private Response asAdministrator(Function<Session, Response> page) {
        Optional<Session> session = current.find();
        if (session.isEmpty()) {
            return html.seeOther("/sign-in?returnTo=" + HERE);
        }
        if (!session.get().isAdministrator()) {
            throw new ProblemPage(403, "For administrators", "Ask an administrator of your company.");
        }
        return page.apply(session.get());
    }

    private Api.Answer post(Session session, String path) {
        return api.send("POST", sso(session, path), CurrentSession.bearer(session), Map.of());
    }

    private static String sso(Session session, String path) {
        return "/api/sso/" + session.companyId() + path;
    }

    private static String id(@Nullable String text) {
        if (text == null || !ID.matcher(text).matches()) {
            throw new ProblemPage(404, "Nothing is here", "Verify the configuration again.");
        }
        return text;
    }

    private static void put(Map<String, String> draft, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            draft.put(name, value.strip());
        }
    }

    private static String message(@Nullable String done) {
        return switch (done == null ? "" : done) {
            case "saved" -> "Saved as the draft. Verify it next.";
            case "linked" -> "Your account is linked to this identity.";
            case "enabled" -> "Single sign-on is on.";
            default -> "";
        };
    }
}
