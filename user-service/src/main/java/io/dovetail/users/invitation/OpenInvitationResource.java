package io.dovetail.users.invitation;

import io.dovetail.kit.identity.ClientAddress;
import io.dovetail.kit.limit.RateLimited;
import io.dovetail.kit.openapi.Refuses;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Invited people look at their invitation and accept it. */
@Path("/api/invitations/{token}")
@RateLimited
@PermitAll
public class OpenInvitationResource {
    private final ShowInvitation showInvitation;
    private final AcceptInvitation acceptInvitation;
    private final ClientAddress clientAddress;

    OpenInvitationResource(
            ShowInvitation showInvitation, AcceptInvitation acceptInvitation, ClientAddress clientAddress) {
        this.showInvitation = showInvitation;
        this.acceptInvitation = acceptInvitation;
        this.clientAddress = clientAddress;
    }

    /** Who the person is, and the password as typed. */
    public record Acceptance(
            @NotNull @PlainText(max = 100) String firstName,
            @NotNull @PlainText(max = 100) String lastName,
            @NotNull String password) {}

    @GET
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(operationId = "readInvitation", summary = "Into which company a person is invited")
    @Refuses(status = 404, with = "password-link-unknown")
    @Refuses(status = 409, with = "single-sign-on-on")
    @Refuses(
            status = 410,
            with = {"password-link-used", "password-link-replaced", "password-link-expired"})
    public ShowInvitation.OpenInvitation show(@PathParam("token") String token) {
        return showInvitation.handle(token);
    }

    @POST
    @Path("/accept")
    @Operation(operationId = "acceptInvitation", summary = "Come in by name and password; the invitation is spent")
    @Refuses(
            status = 400,
            with = {"password-too-short", "password-too-long", "password-unreadable"})
    @Refuses(status = 404, with = "password-link-unknown")
    @Refuses(status = 409, with = "single-sign-on-on")
    @Refuses(
            status = 410,
            with = {"password-link-used", "password-link-replaced", "password-link-expired"})
    public void accept(@PathParam("token") String token, @Valid @NotNull Acceptance wish) {
        var name = PersonName.find(wish.firstName(), wish.lastName())
                .orElseThrow(() -> CommonProblems.invalidInput().exception());
        acceptInvitation.handle(new AcceptInvitation.Command(
                token, name, wish.password(), clientAddress.find().orElse(null)));
    }
}
