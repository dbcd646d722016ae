package io.dovetail.console.users;

import io.dovetail.console.session.Administrators;
import io.dovetail.console.session.Session;
import io.dovetail.console.web.Html;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Invites the people of many addresses, and says what became of each. */
@Path(UsersResource.HERE + "/invite")
public class InviteResource {
    /** As many as one call takes. */
    private static final int AT_ONCE = 200;

    private static final Selection EVERYBODY = new Selection("ALL", "", "");

    private final Administrators administrators;
    private final UserCalls calls;
    private final UsersPage page;
    private final Html html;

    InviteResource(Administrators administrators, UserCalls calls, UsersPage page, Html html) {
        this.administrators = administrators;
        this.calls = calls;
        this.page = page;
        this.html = html;
    }

    /** Whoever reloads or bookmarks the address of the form comes to the page. */
    @GET
    public Response reloaded() {
        return html.seeOther(UsersResource.HERE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response invite(@FormParam("emails") @Nullable String typed, @FormParam("role") @Nullable String role) {
        var emails = Invitations.addresses(typed == null ? "" : typed);
        var asRole = "ADMIN".equals(role) ? "ADMIN" : "MEMBER";
        return administrators.open(
                UsersResource.HERE, session -> page.show(session, EVERYBODY, invite(session, emails, asRole)));
    }

    /** What one call refuses is told; those before it are invited, and their answers stand on the page. */
    private UsersPage.Notice invite(Session session, List<String> emails, String role) {
        if (emails.isEmpty()) {
            return new UsersPage.Notice(400, "Give at least one address.", new Invitations(List.of(), "", role));
        }
        var answers = new ArrayList<Invitations.Answer>();
        for (var first = 0; first < emails.size(); first += AT_ONCE) {
            var answer = calls.invite(session, emails.subList(first, Math.min(first + AT_ONCE, emails.size())), role);
            if (!answer.ok()) {
                var left = String.join("\n", emails.subList(first, emails.size()));
                return new UsersPage.Notice(answer.status(), answer.message(), new Invitations(answers, left, role));
            }
            answers.addAll(Invitations.answers(answer.body()));
        }
        var invited = answers.stream().filter(Invitations.Answer::isInvited).count();
        var message = "%d of %d addresses invited.".formatted(invited, answers.size());
        return new UsersPage.Notice(200, message, Invitations.answered(answers, role));
    }
}
