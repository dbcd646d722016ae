package io.dovetail.console.connection;

import io.dovetail.console.session.Administrators;
import io.dovetail.console.session.Session;
import io.dovetail.console.web.Html;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was saved of the connection, newest first; an earlier version can be made the draft again. */
@Path(VersionsResource.HERE)
public class VersionsResource {
    static final String HERE = SettingsResource.HERE + "/versions";

    private final ConnectionCalls calls;
    private final Html html;
    private final Administrators administrators;

    VersionsResource(ConnectionCalls calls, Html html, Administrators administrators) {
        this.calls = calls;
        this.html = html;
        this.administrators = administrators;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance versions(
                List<VersionView> versions, String next, String draft, String current, String message, boolean alone);
    }

    @GET
    public Response page(@QueryParam("cursor") @Nullable String cursor) {
        return administrators.openConnection(
                HERE, session -> show(session, cursor == null ? "" : Html.encode(cursor), 200, ""));
    }

    /** Whoever reloads or bookmarks the address of an act comes to the page. */
    @GET
    @Path("/{version: [0-9]{1,9}}/restore")
    public Response actReloaded() {
        return html.seeOther(HERE);
    }

    @POST
    @Path("/{version: [0-9]{1,9}}/restore")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response restore(@PathParam("version") String version) {
        return administrators.openConnection(HERE, session -> {
            var answer = calls.restore(session, version);
            return answer.ok()
                    ? html.seeOther(SettingsResource.HERE + "?done=restored")
                    : show(session, "", answer.status(), answer.message());
        });
    }

    private Response show(Session session, String cursor, int status, String message) {
        var page = calls.versions(session, cursor).orProblem().body();
        var connection = SettingsView.of(calls.read(session).orProblem().body(), List.of());
        return html.page(
                status,
                Templates.versions(
                        VersionView.of(page),
                        page.path("next").asText(""),
                        connection.draftVersion(),
                        connection.currentVersion(),
                        message,
                        session.isForConnectionAlone()));
    }
}
