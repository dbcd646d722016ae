package io.dovetail.console.users;

import io.dovetail.console.session.Administrators;
import io.dovetail.console.web.Html;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** Changes a person's e-mail address, after saying what that means. */
@Path(UsersResource.HERE + UsersResource.PERSON + "/address")
public class AddressResource {
    private final Administrators administrators;
    private final UserCalls calls;
    private final UsersPage page;
    private final Html html;

    AddressResource(Administrators administrators, UserCalls calls, UsersPage page, Html html) {
        this.administrators = administrators;
        this.calls = calls;
        this.page = page;
        this.html = html;
    }

    @GET
    public Response ask(@PathParam("user") String user, UriInfo uri) {
        var selection = Selection.of(uri.getQueryParameters());
        return administrators.open(
                UsersResource.HERE, session -> page.askForAddress(session, user, selection, 200, "", ""));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("user") String user, @FormParam("email") @Nullable String email, UriInfo uri) {
        var selection = Selection.of(uri.getQueryParameters());
        var typed = email == null ? "" : email.strip();
        return administrators.open(UsersResource.HERE, session -> {
            if (typed.isEmpty()) {
                return page.askForAddress(session, user, selection, 400, "Give the new address.", "");
            }
            var answer = calls.changeAddress(session, user, typed);
            return answer.ok()
                    ? html.seeOther(UsersResource.HERE + selection.queryWith("done", Act.CHANGE_ADDRESS.path()))
                    : page.askForAddress(session, user, selection, answer.status(), answer.message(), typed);
        });
    }
}
