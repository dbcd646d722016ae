package io.dovetail.users.signin;

import io.dovetail.kit.limit.RateLimited;
import io.dovetail.users.user.EmailAddress;
import io.dovetail.users.user.ValidAddress;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The first step of signing in: an address, answered by the way in. */
@Path("/api/sign-in")
public class SignInResource {
    private final ChooseWayIn chooseWayIn;

    SignInResource(ChooseWayIn chooseWayIn) {
        this.chooseWayIn = chooseWayIn;
    }

    /** Who wants to sign in. */
    public record SignIn(@NotNull @ValidAddress String email) {}

    @POST
    @RateLimited
    @PermitAll
    @Operation(
            operationId = "chooseWayIn",
            summary = "How an address signs in",
            description = "Looks at the domain of the address alone; tells nothing about accounts.")
    public WayIn start(@Valid @NotNull SignIn signIn) {
        return chooseWayIn.handle(new ChooseWayIn.Query(EmailAddress.of(signIn.email())));
    }
}
