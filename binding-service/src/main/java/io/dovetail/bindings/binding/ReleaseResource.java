package io.dovetail.bindings.binding;

import io.dovetail.kit.identity.Subject;
import io.dovetail.kit.openapi.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Lets an administrator release what is kept for a deactivated user. */
@Path("/api/bindings/{company}/identities/release")
@RolesAllowed("ADMIN")
public class ReleaseResource {
    private final Subject subject;
    private final ReleaseIdentity releaseIdentity;

    ReleaseResource(Subject subject, ReleaseIdentity releaseIdentity) {
        this.subject = subject;
        this.releaseIdentity = releaseIdentity;
    }

    /** Whose identities. */
    @Schema(name = "IdentityRelease")
    public record Release(
            @Schema(description = "The deactivated user") @NotNull @Nullable
            UUID userId) {
        UUID user() {
            return Objects.requireNonNull(userId);
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "releaseIdentity",
            summary = "Releases the identity of a deactivated user",
            description = "Until then nobody else can be linked to it.")
    @Refuses(status = 404, with = "not-found")
    @Refuses(status = 409, with = "user-not-deactivated")
    public void release(@PathParam("company") String company, @Valid @NotNull Release release) {
        var companyId = subject.requireAdministrator(company);
        releaseIdentity.handle(new ReleaseIdentity.Command(companyId, release.user(), subject.actor()));
    }
}
