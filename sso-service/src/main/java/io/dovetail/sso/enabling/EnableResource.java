package io.dovetail.sso.enabling;

import io.dovetail.kit.identity.Subject;
import io.dovetail.kit.openapi.Refuses;
import io.dovetail.sso.connection.SingleSignOn;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Turns a company's single sign-on on. */
@Path("/api/sso/{company}/enable")
@Authenticated
public class EnableResource {
    private final Subject subject;
    private final EnableConnection enableConnection;

    EnableResource(Subject subject, EnableConnection enableConnection) {
        this.subject = subject;
        this.enableConnection = enableConnection;
    }

    /** The state from now on. */
    public record Enabled(SingleSignOn state) {}

    @POST
    @Operation(
            operationId = "enableSingleSignOn",
            summary = "Turn single sign-on on",
            description =
                    "Makes the draft current and starts the trial, which the first session through single sign-on ends.")
    @Refuses(
            status = 403,
            with = {"forbidden", "single-sign-on-not-allowed"})
    @Refuses(status = 404, with = "company-not-known-yet")
    @Refuses(status = 409, with = "not-ready")
    public Enabled enable(@PathParam("company") String company) {
        enableConnection.handle(subject.requireAdministrator(company), subject.userId());
        return new Enabled(SingleSignOn.ON_TRIAL);
    }
}
