package io.dovetail.users.owedlink;

import io.dovetail.kit.identity.Subject;
import io.dovetail.kit.openapi.Refuses;
import io.dovetail.kit.problem.CommonProblems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Administrators have the link that somebody is owed mailed again. */
@Path("/api/users/{company}/invitations/{user}/resend")
@RolesAllowed("ADMIN")
public class OwedLinkResource {
    private final Subject subject;
    private final ResendOwedLink resendOwedLink;

    OwedLinkResource(Subject subject, ResendOwedLink resendOwedLink) {
        this.subject = subject;
        this.resendOwedLink = resendOwedLink;
    }

    @POST
    @Operation(
            operationId = "resendInvitation",
            summary = "Mail an invitation, or a link to create a password, again",
            description =
                    "Whichever the person is owed while single sign-on is off: an invitation to who was invited and"
                            + " has not come, a link to create a password to who is active and has none. The one before is dead"
                            + " from then on.")
    @Refuses(
            status = 403,
            with = {"forbidden", "company-suspended"})
    @Refuses(
            status = 404,
            with = {"not-found", "company-unknown"})
    @Refuses(
            status = 409,
            with = {"invitation-not-pending", "invitation-by-binding-link"})
    @ResponseStatus(202)
    public void resend(@PathParam("company") String company, @PathParam("user") String user) {
        var companyId = subject.requireAdministrator(company);
        resendOwedLink.handle(new ResendOwedLink.Command(companyId, userId(user), subject.actor()));
    }

    private static UUID userId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw CommonProblems.notFound().exception(noId);
        }
    }
}
