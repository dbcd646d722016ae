package io.dovetail.console.connection;

import io.dovetail.console.session.Administrators;
import io.dovetail.console.web.Html;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** Has the provider's metadata read again, and accepts keys that replaced every known one. */
@Path(MetadataResource.HERE)
public class MetadataResource {
    static final String HERE = SettingsResource.HERE + "/metadata";

    private final ConnectionCalls calls;
    private final SettingsPage page;
    private final Html html;
    private final Administrators administrators;

    MetadataResource(ConnectionCalls calls, SettingsPage page, Html html, Administrators administrators) {
        this.calls = calls;
        this.page = page;
        this.html = html;
        this.administrators = administrators;
    }

    @POST
    @Path("/refresh")
    public Response refresh() {
        return administrators.openConnection(SettingsResource.HERE, session -> {
            var answer = calls.refreshMetadata(session);
            return page.show(session, null, answer.ok() ? Notice.refreshed(answer) : Notice.failed(answer));
        });
    }

    @POST
    @Path("/{id: [0-9a-f-]{36}}/accept")
    public Response accept(@PathParam("id") String id) {
        return administrators.openConnection(SettingsResource.HERE, session -> {
            var answer = calls.acceptHeldChange(session, id);
            return answer.ok()
                    ? html.seeOther(SettingsResource.HERE + "?done=accepted")
                    : page.show(session, null, Notice.failed(answer));
        });
    }

    /** Whoever reloads or bookmarks the address of an act comes to the page. */
    @GET
    @Path("/{act: refresh|[0-9a-f-]{36}/accept}")
    public Response actReloaded() {
        return html.seeOther(SettingsResource.HERE);
    }
}
