package io.dovetail.users.passwordlink;

import io.dovetail.users.user.EmailAddress;
import io.dovetail.users.user.ValidAddress;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
    public record NewPassword(@NotNull String password) {}

    @POST
    @ResponseStatus(202)
    public Accepted ask(@Valid @NotNull ResetWish wish) {
        askForReset.handle(new AskForReset.Command(EmailAddress.of(wish.email())));
        return ACCEPTED;
    }

    @GET
    @Path("/{token}")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    public ShowLink.OpenLink show(@PathParam("token") String token) {
        return showLink.handle(token);
    }

    @POST
    @Path("/{token}")
    public void create(@PathParam("token") String token, @Valid @NotNull NewPassword wish) {
        createPassword.handle(new CreatePassword.Command(token, wish.password()));
    }
}
