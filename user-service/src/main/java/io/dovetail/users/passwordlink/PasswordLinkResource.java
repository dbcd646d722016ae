package io.dovetail.users.passwordlink;

import io.dovetail.kit.identity.ClientAddress;
import io.dovetail.kit.limit.RateLimited;
import io.dovetail.kit.openapi.Refuses;
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

/** Links that create a password: looked at, used. */
@Path("/api/password-resets/{token}")
@RateLimited
@PermitAll
public class PasswordLinkResource {
    private final ShowLink showLink;
    private final CreatePassword createPassword;
    private final ClientAddress clientAddress;

    PasswordLinkResource(ShowLink showLink, CreatePassword createPassword, ClientAddress clientAddress) {
        this.showLink = showLink;
        this.createPassword = createPassword;
        this.clientAddress = clientAddress;
    }

    /** The password as typed. */
    public record NewPassword(
            @Schema(description = "At least 12 characters, at most 1,024 bytes in UTF-8") @NotNull
            String password) {}

    @GET
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(
            operationId = "readPasswordLink",
            summary = "Whose password a link creates, and until when",
            description = "Looking never spends the link.")
    @Refuses(status = 404, with = "password-link-unknown")
    @Refuses(status = 409, with = "single-sign-on-on")
    @Refuses(
            status = 410,
            with = {"password-link-used", "password-link-replaced", "password-link-expired"})
    public ShowLink.OpenLink show(@Parameter(description = "From the mailed link") @PathParam("token") String token) {
        return showLink.handle(token);
    }

    @POST
    @Operation(
            operationId = "createPassword",
            summary = "Create the password; the link is spent",
            description = "Other sessions of the person end, and whoever had come in before is mailed a notice.")
    @Refuses(
            status = 400,
            with = {"password-too-short", "password-too-long", "password-unreadable"})
    @Refuses(status = 404, with = "password-link-unknown")
    @Refuses(status = 409, with = "single-sign-on-on")
    @Refuses(
            status = 410,
            with = {"password-link-used", "password-link-replaced", "password-link-expired"})
    public void create(
            @Parameter(description = "From the mailed link") @PathParam("token") String token,
            @Valid @NotNull NewPassword wish) {
        createPassword.handle(new CreatePassword.Command(
                token, wish.password(), clientAddress.find().orElse(null)));
    }
}
