package io.dovetail.sso.connection;

import io.dovetail.kit.limit.RateLimited;
import io.dovetail.kit.openapi.Refuses;
import io.dovetail.kit.problem.CommonProblems;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Our metadata, as the file that an administrator uploads at the provider. */
@Path("/auth/saml/{company}/metadata")
@RateLimited
@PermitAll
public class SpMetadataResource {
    private final ReadConnection readConnection;

    SpMetadataResource(ReadConnection readConnection) {
        this.readConnection = readConnection;
    }

    @GET
    @Produces({"application/samlmetadata+xml", "application/xml", "*/*"})
    @Operation(
            operationId = "readSpMetadata",
            summary = "Our SAML metadata, the file to upload at the provider",
            description = "While single sign-on is on, those of the version in use; before, those of the draft.")
    @Refuses(
            status = 404,
            with = {"company-not-known-yet", "not-found"})
    public Response metadata(
            @PathParam("company") String company,
            @Parameter(description = "As they will be once the draft is applied")
                    @QueryParam("draft")
                    @DefaultValue("false")
                    boolean draft) {
        return Response.ok(readConnection.spMetadata(companyId(company), draft), "application/samlmetadata+xml")
                .header("Content-Disposition", "attachment; filename=\"sp-metadata.xml\"")
                .build();
    }

    private static UUID companyId(String company) {
        try {
            return UUID.fromString(company);
        } catch (IllegalArgumentException notAnId) {
            throw CommonProblems.notFound().exception(notAnId);
        }
    }
}
