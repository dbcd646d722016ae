package io.dovetail.sso.connection;

import io.dovetail.kit.identity.Subject;
import io.dovetail.kit.openapi.Refuses;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A company's connection, for its administrators. */
@Path("/api/sso")
@Authenticated
public class ConnectionResource {
    private final Subject subject;
    private final ReadConnection readConnection;
    private final SaveDraft saveDraft;

    ConnectionResource(Subject subject, ReadConnection readConnection, SaveDraft saveDraft) {
        this.subject = subject;
        this.readConnection = readConnection;
        this.saveDraft = saveDraft;
    }

    @GET
    @Path("/providers")
    @PermitAll
    @Operation(operationId = "listProviders", summary = "The provider presets with their guides")
    public List<Provider.Preset> providers() {
        return Arrays.stream(Provider.values()).map(Provider::preset).toList();
    }

    @GET
    @Path("/{company}")
    @Operation(
            operationId = "readConnection",
            summary = "State, what to copy to the provider, draft and current version")
    @Refuses(
            status = 403,
            with = {"forbidden", "single-sign-on-not-allowed"})
    @Refuses(status = 404, with = "company-not-known-yet")
    public ConnectionView read(@PathParam("company") String company) {
        return readConnection.view(subject.requireConnectionAdministrator(company));
    }

    @PUT
    @Path("/{company}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "saveDraft",
            summary = "Save the draft",
            description = "What is current stays untouched until the draft is verified and enabled. Where the metadata"
                    + " describe several providers, they are refused with the list of them (`entities`); save again with"
                    + " one as `metadataEntityId`. Ten addresses are fetched in a minute at most.")
    @Refuses(
            status = 400,
            with = {"metadata-needed", "metadata-refused"})
    @Refuses(
            status = 403,
            with = {"forbidden", "single-sign-on-not-allowed"})
    @Refuses(status = 404, with = "company-not-known-yet")
    @Refuses(status = 429, with = "metadata-fetched-often")
    public ConnectionView save(@PathParam("company") String company, @Valid @NotNull SaveDraftRequest request) {
        var companyId = subject.requireConnectionAdministrator(company);
        saveDraft.handle(new SaveDraft.Command(companyId, subject.actor(), request.draft()));
        return readConnection.view(companyId);
    }
}
