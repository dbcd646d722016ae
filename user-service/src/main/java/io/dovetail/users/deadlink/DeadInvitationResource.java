package io.dovetail.users.deadlink;

import io.dovetail.kit.limit.RateLimited;
import io.dovetail.users.passwordlink.OpenLinks;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** An invitation that does not work any more. */
@Path("/api/invitations/{token}/resend")
@RateLimited
@PermitAll
public class DeadInvitationResource {
    private final AskAnew askAnew;

    DeadInvitationResource(AskAnew askAnew) {
        this.askAnew = askAnew;
    }

    @POST
    @ResponseStatus(202)
    @Operation(
            operationId = "mailInvitationAgain",
            summary = "Mail me a new invitation",
            description = "The same answer whether or not something is mailed; at most three an hour, to the same"
                    + " address, and only while the person is awaited or has no password. While single sign-on is on"
                    + " it is a link that binds the account, at most one in five minutes.")
    public void resend(@PathParam("token") String token) {
        askAnew.handle(new AskAnew.Command(token, OpenLinks.Kind.INVITATION));
    }
}
