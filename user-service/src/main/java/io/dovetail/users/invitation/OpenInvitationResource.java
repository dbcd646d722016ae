package io.dovetail.users.invitation;

import io.dovetail.kit.problem.CommonProblems;
import io.dovetail.users.company.PlainText;
import io.dovetail.users.user.PersonName;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Invited people look at their invitation and accept it. */
@Path("/api/invitations/{token}")
@PermitAll
public class OpenInvitationResource {
    private final ShowInvitation showInvitation;
    private final AcceptInvitation acceptInvitation;

    OpenInvitationResource(ShowInvitation showInvitation, AcceptInvitation acceptInvitation) {
        this.showInvitation = showInvitation;
        this.acceptInvitation = acceptInvitation;
    }

    /** Who the person is, and the password as typed. */
    public record Acceptance(
            @NotNull @PlainText(max = 100) String firstName,
            @NotNull @PlainText(max = 100) String lastName,
            @NotNull String password) {}

    @GET
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    public ShowInvitation.OpenInvitation show(@PathParam("token") String token) {
        return showInvitation.handle(token);
    }

    @POST
    @Path("/accept")
    public void accept(@PathParam("token") String token, @Valid @NotNull Acceptance wish) {
        var name = PersonName.find(wish.firstName(), wish.lastName())
                .orElseThrow(() -> CommonProblems.invalidInput().exception());
        acceptInvitation.handle(new AcceptInvitation.Command(token, name, wish.password()));
    }
}
