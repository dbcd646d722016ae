package io.dovetail.console.connection;

import io.dovetail.console.session.BrowserCookie;
import io.dovetail.console.session.CurrentSession;
import io.dovetail.console.session.Session;
import io.dovetail.console.web.Html;
import io.dovetail.console.web.ProblemPage;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Settings → Organization → Single Sign-On: save, verify, link, enable, disable. */
@Path(SettingsResource.HERE)
public class SettingsResource {
    static final String HERE = "/settings/single-sign-on";
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    private final ConnectionCalls calls;
    private final SettingsPage page;
    private final Html html;
    private final CurrentSession current;

    SettingsResource(ConnectionCalls calls, SettingsPage page, Html html, CurrentSession current) {
        this.calls = calls;
        this.page = page;
        this.html = html;
        this.current = current;
    }

    @GET
    public Response page(
            @QueryParam("verification") @Nullable String verification, @QueryParam("done") @Nullable String done) {
        var returnTo = verification == null ? HERE : HERE + "?verification=" + id(verification);
        return asAdministrator(returnTo, session -> page.show(session, verification, SettingsPage.Notice.done(done)));
    }

    @POST
    @Path("/save")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(
            @FormParam("provider") @Nullable String provider,
            @FormParam("metadataUrl") @Nullable String metadataUrl,
            @FormParam("metadataXml") @Nullable String metadataXml) {
        var typed = new SettingsView.Form(text(provider), text(metadataUrl), text(metadataXml));
        return asAdministrator(HERE, session -> {
            if (typed.metadataUrl().isEmpty() && typed.metadataXml().isEmpty()) {
                return page.show(session, null, SettingsPage.Notice.metadataNeeded(typed));
            }
            var answer = calls.save(session, draft(typed));
            return answer.ok()
                    ? html.seeOther(HERE + "?done=saved")
                    : page.show(session, null, SettingsPage.Notice.failed(answer, typed));
        });
    }

    /** Whoever reloads or bookmarks the address of an act comes to the page. */
    @GET
    @Path("/{act: save|verify|link|enable|apply|disable}")
    public Response actReloaded() {
        return html.seeOther(HERE);
    }

    /** Leads to the provider; the answer comes back to this page. */
    @POST
    @Path("/verify")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response verify() {
        return asAdministrator(HERE, session -> {
            var answer = calls.verify(session);
            return answer.ok()
                    ? html.seeOther(Html.ownPath(answer.text("loginUrl")))
                    : page.show(session, null, SettingsPage.Notice.failed(answer, null));
        });
    }

    @POST
    @Path("/link")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response link(@FormParam("verification") @Nullable String verification, HttpHeaders headers) {
        var id = id(verification);
        return asAdministrator(HERE, session -> {
            var answer = calls.link(session, id, BrowserCookie.of(headers));
            return answer.ok()
                    ? html.seeOther(HERE + "?done=linked&verification=" + id)
                    : page.show(session, id, SettingsPage.Notice.failed(answer, null));
        });
    }

    @POST
    @Path("/enable")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enable() {
        return asAdministrator(HERE, session -> {
            var answer = calls.enable(session);
            var notice = answer.ok() ? SettingsPage.Notice.enabled(answer) : SettingsPage.Notice.failed(answer, null);
            return page.show(session, null, notice);
        });
    }

    @POST
    @Path("/apply")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response apply() {
        return asAdministrator(HERE, session -> {
            var answer = calls.apply(session);
            return answer.ok()
                    ? html.seeOther(HERE + "?done=applied")
                    : page.show(session, null, SettingsPage.Notice.failed(answer, null));
        });
    }

    /** Before the first sign-in through the provider it is an undo. */
    @POST
    @Path("/disable")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response disable() {
        return asAdministrator(HERE, session -> {
            var answer = calls.disable(session);
            var notice = answer.ok() ? SettingsPage.Notice.disabled(answer) : SettingsPage.Notice.failed(answer, null);
            return page.show(session, null, notice);
        });
    }

    private Response asAdministrator(String returnTo, Function<Session, Response> answer) {
        var session = current.find();
        if (session.isEmpty()) {
            return html.seeOther("/sign-in?returnTo=" + Html.encode(returnTo));
        }
        if (!session.get().isAdministrator()) {
            throw new ProblemPage(
                    403,
                    "Only administrators set up single sign-on",
                    "You are signed in as " + session.get().email()
                            + ", a member. Ask an administrator of your company to do it, or to give you that role.");
        }
        return answer.apply(session.get());
    }

    /** What is pasted wins over an address that may still stand there from the last time. */
    private static Map<String, String> draft(SettingsView.Form typed) {
        var draft = new TreeMap<String, String>();
        if (!typed.provider().isEmpty()) {
            draft.put("provider", typed.provider());
        }
        if (typed.metadataXml().isEmpty()) {
            draft.put("metadataUrl", typed.metadataUrl());
        } else {
            draft.put("metadataXml", typed.metadataXml());
        }
        return draft;
    }

    private static String id(@Nullable String text) {
        if (text == null || !ID.matcher(text).matches()) {
            throw new ProblemPage(
                    404, "There is no such verification", "Go to the settings and verify the configuration again.");
        }
        return text;
    }

    private static String text(@Nullable String field) {
        return field == null ? "" : field.strip();
    }
}
