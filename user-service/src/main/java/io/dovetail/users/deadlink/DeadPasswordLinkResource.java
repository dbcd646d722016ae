package io.dovetail.users.deadlink;

import io.dovetail.kit.limit.RateLimited;
import io.dovetail.users.passwordlink.OpenLinks;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.ResponseStatus;

/** A link to create a password that does not work any more. */
@Path("/api/password-resets/{token}/resend")
@RateLimited
@PermitAll
public class DeadPasswordLinkResource {
    private final AskAnew askAnew;

    DeadPasswordLinkResource(AskAnew askAnew) {
        this.askAnew = askAnew;
    }

    @POST
    @ResponseStatus(202)
    @Operation(
            operationId = "mailPasswordLinkAgain",
            summary = "Mail me a new link to create a password",
            description = "The same answer whether or not something is mailed; at most three an hour, to the same"
                    + " address. While single sign-on is on it is a link that binds the account, for who needs one, at"
                    + " most one in five minutes.")
    public void resend(@Parameter(description = "From the mailed link") @PathParam("token") String token) {
        askAnew.handle(new AskAnew.Command(token, OpenLinks.Kind.PASSWORD));
    }
}
