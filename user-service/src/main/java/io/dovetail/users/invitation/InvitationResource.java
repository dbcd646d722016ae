package io.dovetail.users.invitation;

import io.dovetail.kit.identity.Subject;
import io.dovetail.kit.openapi.Refuses;
import io.dovetail.users.user.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Administrators invite people. */
@Path("/api/users/{company}")
@RolesAllowed("ADMIN")
public class InvitationResource {
    private final Subject subject;
    private final InvitePeople invitePeople;

    InvitationResource(Subject subject, InvitePeople invitePeople) {
        this.subject = subject;
        this.invitePeople = invitePeople;
    }

    /** Whom to invite; an address that is none spoils only its own answer. */
    public record Invitations(
            @NotNull @Size(min = 1, max = 200) List<@NotNull @Size(max = 1_000) String> emails,
            @NotNull Role role) {}

    /** One answer per address, in their order. */
    public record Answers(List<InvitePeople.Answer> results) {}

    @POST
    @Path("/invitations")
    @Operation(
            operationId = "invitePeople",
            summary = "Invite people, many at once",
            description = "One answer per address, in their order.")
    @Refuses(
            status = 403,
            with = {"forbidden", "company-suspended"})
    @Refuses(
            status = 404,
            with = {"not-found", "company-unknown"})
    public Answers invite(@PathParam("company") String company, @Valid @NotNull Invitations wish) {
        var companyId = subject.requireAdministrator(company);
        return new Answers(invitePeople.handle(
                new InvitePeople.Command(companyId, wish.emails(), wish.role(), subject.userId(), subject.actor())));
    }
}
