package io.dovetail.console.home;

import io.dovetail.console.session.OwnApi;
import io.dovetail.console.session.SignedIn;
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

/** Shows a person where they are signed in, and ends one of those sessions. */
@Path(SessionsResource.HERE)
public class SessionsResource {
    static final String HERE = "/sessions";
    private static final int GONE = 404;

    private final SignedIn signedIn;
    private final OwnApi api;
    private final Html html;

    SessionsResource(SignedIn signedIn, OwnApi api, Html html) {
        this.signedIn = signedIn;
        this.api = api;
        this.html = html;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance sessions(List<OwnSession> sessions, String next, boolean first, boolean ended);
    }

    @GET
    public Response page(@QueryParam("cursor") @Nullable String cursor, @QueryParam("ended") @Nullable String ended) {
        var query = cursor == null ? "" : "?cursor=" + Html.encode(cursor);
        return signedIn.open(HERE + query, session -> {
            if (session.isForConnectionAlone()) {
                return html.seeOther("/");
            }
            var page = api.get(session, "/api/sessions" + query).orProblem().body();
            var next = Html.encode(page.path("next").asText(""));
            return html.page(200, Templates.sessions(OwnSession.all(page), next, cursor == null, ended != null));
        });
    }

    /** Whoever reloads or bookmarks the address of the act comes to the page. */
    @GET
    @Path("/{session: [0-9a-f-]{36}}/end")
    public Response endReloaded() {
        return html.seeOther(HERE);
    }

    /** One that ended meanwhile is ended too. */
    @POST
    @Path("/{session: [0-9a-f-]{36}}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(@PathParam("session") String id) {
        return signedIn.open(HERE, session -> {
            var answer = api.delete(session, "/api/sessions/" + id);
            if (answer.status() != GONE) {
                answer.orProblem();
            }
            return html.seeOther(HERE + "?ended=1");
        });
    }
}
