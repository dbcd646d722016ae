package io.dovetail.sso.connection;

import io.dovetail.kit.identity.Subject;
import io.dovetail.kit.openapi.Refuses;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Everything that was ever saved, and the way back to it. */
@Path("/api/sso/{company}/versions")
@Authenticated
public class VersionResource {
    private final Subject subject;
    private final ReadConnection readConnection;
    private final RestoreVersion restoreVersion;

    VersionResource(Subject subject, ReadConnection readConnection, RestoreVersion restoreVersion) {
        this.subject = subject;
        this.readConnection = readConnection;
        this.restoreVersion = restoreVersion;
    }

    @GET
    @Operation(operationId = "listVersions", summary = "What was saved, newest first")
    @Refuses(
            status = 403,
            with = {"forbidden", "single-sign-on-not-allowed"})
    @Refuses(status = 404, with = "company-not-known-yet")
    public ConnectionView.VersionPage list(
            @PathParam("company") String company, @QueryParam("cursor") @Nullable Integer cursor) {
        return readConnection.versions(subject.requireConnectionAdministrator(company), cursor);
    }

    @POST
    @Path("/{version}/restore")
    @Operation(
            operationId = "restoreVersion",
            summary = "Make an earlier version the draft",
            description = "It is to be verified anew. The version in use itself discards the draft.")
    @Refuses(
            status = 403,
            with = {"forbidden", "single-sign-on-not-allowed"})
    @Refuses(
            status = 404,
            with = {"company-not-known-yet", "version-unknown"})
    public ConnectionView restore(@PathParam("company") String company, @PathParam("version") int version) {
        var companyId = subject.requireConnectionAdministrator(company);
        restoreVersion.handle(new RestoreVersion.Command(companyId, subject.actor(), version));
        return readConnection.view(companyId);
    }
}
