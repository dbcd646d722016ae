package io.dovetail.console.connection;

import io.dovetail.console.session.Administrators;
import io.dovetail.console.web.Html;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** Replaces keys of ours: add the next, and when the provider has loaded our metadata, activate it or give it up. */
@Path(SpKeyResource.HERE)
public class SpKeyResource {
    static final String HERE = SettingsResource.HERE + "/sp-keys";
    private static final String USE = "/{use: signing|encryption}/";

    private final ConnectionCalls calls;
    private final SettingsPage page;
    private final Html html;
    private final Administrators administrators;

    SpKeyResource(ConnectionCalls calls, SettingsPage page, Html html, Administrators administrators) {
        this.calls = calls;
        this.page = page;
        this.html = html;
        this.administrators = administrators;
    }

    @POST
    @Path(USE + "{act: add|activate|drop}")
    public Response replace(@PathParam("use") String use, @PathParam("act") String act) {
        return administrators.openConnection(SettingsResource.HERE, session -> {
            var answer = switch (act) {
                case "add" -> calls.addNextSpKey(session, use);
                case "activate" -> calls.activateNextSpKey(session, use);
                default -> calls.dropNextSpKey(session, use);
            };
            return answer.ok()
                    ? html.seeOther(SettingsResource.HERE + "?done=sp-key-" + act)
                    : page.show(session, null, Notice.failed(answer));
        });
    }

    /** Whoever reloads or bookmarks the address of an act comes to the page. */
    @GET
    @Path(USE + "{act: add|activate|drop}")
    public Response actReloaded() {
        return html.seeOther(SettingsResource.HERE);
    }
}
