package io.dovetail.sso.signin;

import io.dovetail.kit.limit.RateLimited;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Answers that come to the ACS in another way than in a posted form: refused like any other answer, with a page, a
 * record and an event (security.md F17; decision 0031).
 */
@Path("/auth/saml/{company}")
@PermitAll
@RateLimited
public class OtherWaysResource {
    private static final String EXPECTED = "a form by HTTP-POST";

    private final RefuseParameters refuseParameters;

    OtherWaysResource(RefuseParameters refuseParameters) {
        this.refuseParameters = refuseParameters;
    }

    @GET
    @Operation(hidden = true)
    public Response byGet(@PathParam("company") String company) {
        return Response.fromResponse(refused(405, company, "GET"))
                .header(HttpHeaders.ALLOW, "POST")
                .build();
    }

    /** Nothing of the body is read. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response inAnotherMediaType(@PathParam("company") String company, @Context HttpHeaders headers) {
        var type = Objects.requireNonNullElse(headers.getHeaderString(HttpHeaders.CONTENT_TYPE), "no content type");
        return refused(415, company, type);
    }

    private Response refused(int status, String company, String received) {
        var command = new RefuseParameters.Command(BrowserResource.id(company), EXPECTED, received);
        return Pages.refused(status, refuseParameters.handle(command), Optional.empty());
    }
}
