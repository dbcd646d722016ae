package io.dovetail.sso.connection;

import io.dovetail.kit.identity.Subject;
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

    /** The presets with their guides. */
    @GET
    @Path("/providers")
    @PermitAll
    public List<Provider.Preset> providers() {
        return Arrays.stream(Provider.values()).map(Provider::preset).toList();
    }

    /** State, what to copy to the provider, draft and current version. */
    @GET
    @Path("/{company}")
    public ConnectionView read(@PathParam("company") String company) {
        return readConnection.view(subject.requireAdministrator(company));
    }

    /** Saves the draft; 400 metadata-refused or metadata-needed, and nothing is changed. */
    @PUT
    @Path("/{company}")
    @Consumes(MediaType.APPLICATION_JSON)
    public ConnectionView save(@PathParam("company") String company, @Valid @NotNull SaveDraftRequest request) {
        var companyId = subject.requireAdministrator(company);
        saveDraft.handle(new SaveDraft.Command(companyId, subject.userId(), request.draft()));
        return readConnection.view(companyId);
    }
}
