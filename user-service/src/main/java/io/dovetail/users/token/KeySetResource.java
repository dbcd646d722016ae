package io.dovetail.users.token;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The public keys by which the app verifies access tokens (RFC 7517). */
@Path("/.well-known/jwks.json")
public class KeySetResource {
    private final TokenKeys keys;

    KeySetResource(TokenKeys keys) {
        this.keys = keys;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = "Cache-Control", value = "public, max-age=300")
    @Operation(operationId = "readKeySet", summary = "The public keys of access tokens (RFC 7517)")
    public Map<String, Object> keySet() {
        return keys.publicKeys();
    }
}
