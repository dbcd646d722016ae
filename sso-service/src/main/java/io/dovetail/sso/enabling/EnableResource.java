package io.dovetail.sso.enabling;

import io.dovetail.kit.identity.Subject;
import io.dovetail.sso.connection.SingleSignOn;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

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

    /** 409 not-ready with what is missing. */
    @POST
    public Enabled enable(@PathParam("company") String company) {
        enableConnection.handle(subject.requireAdministrator(company), subject.userId());
        return new Enabled(SingleSignOn.ON_TRIAL);
    }
}
