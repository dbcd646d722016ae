package io.dovetail.users.passwordlink;

import io.dovetail.kit.openapi.Refuses;
import io.dovetail.users.user.EmailAddress;
import io.dovetail.users.user.ValidAddress;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Links that create a password: asked for, looked at, used. */
@Path("/api/password-resets")
@PermitAll
public class PasswordLinkResource {
    private static final Accepted ACCEPTED =
            new Accepted("If this address has an account, a link to create a new password is on its way.");

    private final AskForReset askForReset;
    private final ShowLink showLink;
    private final CreatePassword createPassword;

    PasswordLinkResource(AskForReset askForReset, ShowLink showLink, CreatePassword createPassword) {
        this.askForReset = askForReset;
        this.showLink = showLink;
        this.createPassword = createPassword;
    }

    /** Whose password is to be created anew. */
    public record ResetWish(@NotNull @ValidAddress String email) {}

    /** The same answer for every address. */
    public record Accepted(String message) {}

    /** The password as typed. */
    public record NewPassword(
            @Schema(description = "At least 12 characters, at most 1,024 bytes in UTF-8") @NotNull
            String password) {}

    @POST
    @ResponseStatus(202)
    @Operation(
            operationId = "askForPasswordReset",
            summary = "Ask for a link to create a new password",
            description = "The same answer for every address.")
    public Accepted ask(@Valid @NotNull ResetWish wish) {
        askForReset.handle(new AskForReset.Command(EmailAddress.of(wish.email())));
        return ACCEPTED;
    }

    @GET
    @Path("/{token}")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(
            operationId = "readPasswordLink",
            summary = "Whose password a link creates, and until when",
            description = "Looking never spends the link.")
    @Refuses(status = 404, with = "password-link-unknown")
    @Refuses(
            status = 410,
            with = {"password-link-used", "password-link-replaced", "password-link-expired"})
    public ShowLink.OpenLink show(@Parameter(description = "From the mailed link") @PathParam("token") String token) {
        return showLink.handle(token);
    }

    @POST
    @Path("/{token}")
    @Operation(operationId = "createPassword", summary = "Create the password; the link is spent")
    @Refuses(
            status = 400,
            with = {"password-too-short", "password-too-long", "password-unreadable"})
    @Refuses(status = 404, with = "password-link-unknown")
    @Refuses(
            status = 410,
            with = {"password-link-used", "password-link-replaced", "password-link-expired"})
    public void create(
            @Parameter(description = "From the mailed link") @PathParam("token") String token,
            @Valid @NotNull NewPassword wish) {
        createPassword.handle(new CreatePassword.Command(token, wish.password()));
    }
}
