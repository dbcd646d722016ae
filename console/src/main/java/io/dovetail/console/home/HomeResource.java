package io.dovetail.console.home;

import io.dovetail.console.session.CurrentSession;
import io.dovetail.console.session.Session;
import io.dovetail.console.session.SignOut;
import io.dovetail.console.web.Api;
import io.dovetail.console.web.Html;
import io.dovetail.console.web.ProblemPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;

/** Says who is signed in, and signs them out. */
@Path("/")
public class HomeResource {
    private static final Logger LOG = Logger.getLogger(HomeResource.class);

    private final Api api;
    private final Html html;
    private final CurrentSession current;
    private final SignOut signOut;

    HomeResource(Api api, Html html, CurrentSession current, SignOut signOut) {
        this.api = api;
        this.html = html;
        this.current = current;
        this.signOut = signOut;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance home(Session session);
    }

    @GET
    public Response home() {
        var session = current.find();
        if (session.filter(Session::isForConnectionAlone).isPresent()) {
            return html.seeOther("/settings/single-sign-on");
        }
        if (session.isEmpty() || endedElsewhere(session.get())) {
            current.end();
            return html.seeOther("/sign-in");
        }
        return html.page(200, Templates.home(session.get()));
    }

    /** Who can't be asked is believed: the page must show its sign-out button. */
    private boolean endedElsewhere(Session session) {
        try {
            return api.get("/api/me", CurrentSession.bearer(session)).status() == 401;
        } catch (ProblemPage away) {
            LOG.warn("a session is shown unchecked");
            return false;
        }
    }

    /** Signing out is a form's business; an address alone changes nothing. */
    @GET
    @Path("sign-out")
    public Response signOutOpened() {
        return html.seeOther("/");
    }

    @POST
    @Path("sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signOut() {
        signOut.run();
        return html.seeOther("/sign-in?out=1");
    }
}
