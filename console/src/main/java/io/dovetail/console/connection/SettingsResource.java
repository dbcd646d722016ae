package io.dovetail.console.connection;

import io.dovetail.console.session.Administrators;
import io.dovetail.console.session.BrowserCookie;
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
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/** Settings → Organization → Single Sign-On: save, verify, link. */
@Path(SettingsResource.HERE)
public class SettingsResource {
    static final String HERE = "/settings/single-sign-on";
    private static final String TOO_LARGE =
            "The file is larger than 1 MiB. Export the metadata of your company's provider alone, and choose that file.";
    private static final String NOT_TEXT = "The file can't be read as text. Choose the metadata file as your provider"
            + " exports it, an XML file; open it and paste what it holds if this stays.";
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    private final ConnectionCalls calls;
    private final SettingsPage page;
    private final Html html;
    private final Administrators administrators;

    SettingsResource(ConnectionCalls calls, SettingsPage page, Html html, Administrators administrators) {
        this.calls = calls;
        this.page = page;
        this.html = html;
        this.administrators = administrators;
    }

    @GET
    public Response page(
            @QueryParam("verification") @Nullable String verification, @QueryParam("done") @Nullable String done) {
        var returnTo = verification == null ? HERE : HERE + "?verification=" + id(verification);
        return administrators.openConnection(returnTo, session -> page.show(session, verification, Notice.done(done)));
    }

    @POST
    @Path("/save")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response save(MultipartFormDataInput form) {
        var sent = SentForm.of(form, "metadataFile");
        var typed = DraftForm.typed(sent.fields());
        return administrators.openConnection(
                HERE,
                session ->
                        sent.file().isPresent() ? saveFile(session, sent.file().get(), typed) : save(session, typed));
    }

    /** A file wins over what is pasted, and that over an address; it stands in the form if it has to be sent again. */
    private Response saveFile(Session session, byte[] file, DraftForm typed) {
        if (file.length > MetadataText.LARGEST) {
            return page.show(session, null, Notice.ofTheForm(TOO_LARGE, typed));
        }
        return MetadataText.find(file)
                .map(text -> save(session, typed.withMetadata(text)))
                .orElseGet(() -> page.show(session, null, Notice.ofTheForm(NOT_TEXT, typed)));
    }

    private Response save(Session session, DraftForm typed) {
        if (!typed.hasMetadata()) {
            return page.show(session, null, Notice.metadataNeeded(typed));
        }
        var answer = calls.save(session, typed.body());
        return answer.ok()
                ? html.seeOther(HERE + "?done=saved")
                : page.show(session, null, Notice.failed(answer, typed));
    }

    /** Whoever reloads or bookmarks the address of an act comes to the page. */
    @GET
    @Path("/{act: save|verify|link|enable|apply|disable|send|recovery-codes|password}")
    public Response actReloaded() {
        return html.seeOther(HERE);
    }

    /** Leads to the provider; the answer comes back to this page. */
    @POST
    @Path("/verify")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response verify() {
        return administrators.openConnection(HERE, session -> {
            var answer = calls.verify(session);
            return answer.ok()
                    ? html.seeOther(Html.ownPath(answer.text("loginUrl")))
                    : page.show(session, null, Notice.failed(answer));
        });
    }

    @POST
    @Path("/link")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response link(@FormParam("verification") @Nullable String verification, HttpHeaders headers) {
        var id = id(verification);
        return administrators.openConnection(HERE, session -> {
            var answer = calls.link(session, id, BrowserCookie.of(headers));
            return answer.ok()
                    ? html.seeOther(HERE + "?done=linked&verification=" + id)
                    : page.show(session, id, Notice.failed(answer));
        });
    }

    private static String id(@Nullable String text) {
        if (text == null || !ID.matcher(text).matches()) {
            throw new ProblemPage(
                    404, "There is no such verification", "Go to the settings and verify the configuration again.");
        }
        return text;
    }
}
