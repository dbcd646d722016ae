package io.dovetail.users.wayin;

import io.dovetail.kit.limit.RateLimited;
import io.dovetail.users.user.EmailAddress;
import io.dovetail.users.user.ValidAddress;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Whoever forgot their password asks for a new one. */
@Path("/api/password-resets")
@RateLimited
@PermitAll
public class ResetResource {
    private static final Accepted ACCEPTED =
            new Accepted("If this address has an account, a link to create a new password is on its way.");

    private final AskWayIn askWayIn;

    ResetResource(AskWayIn askWayIn) {
        this.askWayIn = askWayIn;
    }

    /** Whose password is to be created anew. */
    public record ResetWish(@NotNull @ValidAddress String email) {}

    /** The same answer for every address. */
    public record Accepted(String message) {}

    @POST
    @ResponseStatus(202)
    @Operation(
            operationId = "askForPasswordReset",
            summary = "Ask for a link to create a new password",
            description = "The same answer for every address. While the company uses single sign-on, who is linked is"
                    + " mailed where to sign in instead, and who is not linked yet the link that links the account, at"
                    + " most one in five minutes. Otherwise it is a link to create a password, at most three an hour;"
                    + " an invitation or a first link that was mailed within a day stays as it is.")
    public Accepted ask(@Valid @NotNull ResetWish wish) {
        askWayIn.handle(new AskWayIn.Command(EmailAddress.of(wish.email()), true));
        return ACCEPTED;
    }
}
