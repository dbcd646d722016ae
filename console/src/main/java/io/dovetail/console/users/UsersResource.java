package io.dovetail.console.users;

import io.dovetail.console.linking.JobResource;
import io.dovetail.console.linking.LinkingCalls;
import io.dovetail.console.session.Administrators;
import io.dovetail.console.web.Api;
import io.dovetail.console.web.Html;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** Settings → Organization → Users: who is there, who is linked, and what an administrator does about one person. */
@Path(UsersResource.HERE)
public class UsersResource {
    static final String HERE = "/settings/users";
    static final String PERSON = "/{user: [0-9a-f-]{36}}";

    private final Administrators administrators;
    private final UserCalls calls;
    private final LinkingCalls linking;
    private final UsersPage page;
    private final Html html;

    UsersResource(Administrators administrators, UserCalls calls, LinkingCalls linking, UsersPage page, Html html) {
        this.administrators = administrators;
        this.calls = calls;
        this.linking = linking;
        this.page = page;
        this.html = html;
    }

    @GET
    public Response page(@QueryParam("done") @Nullable String done, UriInfo uri) {
        var selection = selection(uri);
        return administrators.open(
                HERE + selection.query(),
                session -> page.show(session, selection, UsersPage.Notice.done(done == null ? "" : done)));
    }

    /** To everybody who is not linked; the progress is a page of its own. */
    @POST
    @Path("/resend")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response resendAll(UriInfo uri) {
        return administrators.open(HERE, session -> {
            var answer = linking.resendAll(session);
            return answer.ok()
                    ? html.seeOther(JobResource.pageOf(answer))
                    : page.show(session, selection(uri), failed(answer));
        });
    }

    /** Whoever reloads or bookmarks the address of an act that is done at once comes to the page. */
    @GET
    @Path(PERSON + "/{act}")
    public Response ask(@PathParam("user") String user, @PathParam("act") String path, UriInfo uri) {
        var selection = selection(uri);
        return Act.find(path)
                .filter(Act::isAskedTwice)
                .map(act -> administrators.open(HERE, session -> page.ask(session, user, act, selection, 200, "")))
                .orElseGet(() -> html.seeOther(HERE + selection.query()));
    }

    @POST
    @Path(PERSON + "/{act}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response act(@PathParam("user") String user, @PathParam("act") String path, UriInfo uri) {
        var act = Act.find(path).orElseThrow(NotFoundException::new);
        var selection = selection(uri);
        return administrators.open(HERE, session -> {
            var answer = calls.act(session, user, act);
            if (answer.ok()) {
                return html.seeOther(HERE + selection.queryWith("done", act.path()));
            }
            return act.isAskedTwice()
                    ? page.ask(session, user, act, selection, answer.status(), answer.message())
                    : page.show(session, selection, failed(answer));
        });
    }

    private static UsersPage.Notice failed(Api.Answer answer) {
        return UsersPage.Notice.failed(answer.status(), answer.message());
    }

    private static Selection selection(UriInfo uri) {
        return Selection.of(uri.getQueryParameters());
    }
}
