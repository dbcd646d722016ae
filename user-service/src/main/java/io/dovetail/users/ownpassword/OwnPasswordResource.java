package io.dovetail.users.ownpassword;

import io.dovetail.kit.identity.Subject;
import io.dovetail.kit.openapi.Refuses;
import io.dovetail.users.session.SignedInPerson;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person's own first password. */
@Path("/api/me/password")
public class OwnPasswordResource {
    private final Subject subject;
    private final SignedInPerson person;
    private final SetOwnPassword setOwnPassword;

    OwnPasswordResource(Subject subject, SignedInPerson person, SetOwnPassword setOwnPassword) {
        this.subject = subject;
        this.person = person;
        this.setOwnPassword = setOwnPassword;
    }

    /** The password as typed. */
    public record OwnPassword(
            @Schema(description = "At least 12 characters, at most 1,024 bytes in UTF-8") @NotNull
            String password) {}

    @POST
    @Authenticated
    @Operation(
            operationId = "setOwnPassword",
            summary = "Set my password while single sign-on is off and I have none",
            description =
                    "For administrators; everybody else follows the link that was mailed to them. This session goes on, my others end; the link that was mailed to me is dead.")
    @Refuses(
            status = 400,
            with = {"password-too-short", "password-too-long", "password-unreadable"})
    @Refuses(status = 403, with = "forbidden")
    @Refuses(
            status = 409,
            with = {"single-sign-on-on", "password-there-already"})
    public void set(@Valid @NotNull OwnPassword wish) {
        setOwnPassword.handle(
                new SetOwnPassword.Command(subject.companyId(), person.actor(), subject.sessionId(), wish.password()));
    }
}
