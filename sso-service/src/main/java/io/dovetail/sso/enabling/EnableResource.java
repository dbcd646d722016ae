package io.dovetail.sso.enabling;

import io.dovetail.kit.identity.Subject;
import io.dovetail.kit.openapi.Refuses;
import io.dovetail.sso.connection.SingleSignOn;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Turns a company's single sign-on on and off, and changes what is in use. */
@Path("/api/sso/{company}")
@Authenticated
public class EnableResource {
    private final Subject subject;
    private final EnableConnection enableConnection;
    private final ApplyDraft applyDraft;
    private final DisableConnection disableConnection;

    EnableResource(
            Subject subject,
            EnableConnection enableConnection,
            ApplyDraft applyDraft,
            DisableConnection disableConnection) {
        this.subject = subject;
        this.enableConnection = enableConnection;
        this.applyDraft = applyDraft;
        this.disableConnection = disableConnection;
    }

    /** The state from now on, and the codes. */
    public record Enabled(
            SingleSignOn state,

            @Schema(description = "Eight codes, each good once; they are shown this once")
            List<String> recoveryCodes) {}

    /** The state from now on. */
    public record Disabled(
            SingleSignOn state,

            @Schema(description = "Nobody had signed in through it yet: everything is as it was before Enable")
            boolean undone) {}

    @POST
    @Path("/enable")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "enableSingleSignOn",
            summary = "Turn single sign-on on",
            description = "Makes the verified version current and starts the trial. The first session through single"
                    + " sign-on ends it; without one it rolls back by itself after trialHours (1, 4 or 24, the default;"
                    + " 0: never).")
    @Refuses(
            status = 403,
            with = {"forbidden", "single-sign-on-not-allowed"})
    @Refuses(status = 404, with = "company-not-known-yet")
    @Refuses(
            status = 409,
            with = {"not-ready", "already-enabled"})
    public Enabled enable(@PathParam("company") String company, @Nullable @Valid EnableRequest request) {
        var trial = Objects.requireNonNullElseGet(request, () -> new EnableRequest(null))
                .trial();
        var codes = enableConnection.handle(new EnableConnection.Command(
                subject.requireConnectionAdministrator(company), subject.actor(), subject.sessionId(), trial));
        return new Enabled(SingleSignOn.ON_TRIAL, codes);
    }

    @POST
    @Path("/apply")
    @Operation(operationId = "applyDraft", summary = "Put the verified draft into use while single sign-on is on")
    @Refuses(
            status = 403,
            with = {"forbidden", "single-sign-on-not-allowed"})
    @Refuses(status = 404, with = "company-not-known-yet")
    @Refuses(
            status = 409,
            with = {"not-ready", "not-enabled", "nothing-to-apply"})
    public void apply(@PathParam("company") String company) {
        applyDraft.handle(subject.requireConnectionAdministrator(company), subject.actor());
    }

    @POST
    @Path("/disable")
    @Operation(
            operationId = "disableSingleSignOn",
            summary = "Turn single sign-on off",
            description = "Before the first session through it this is an undo. Off already is no error.")
    @Refuses(status = 403, with = "forbidden")
    @Refuses(status = 404, with = "company-not-known-yet")
    public Disabled disable(@PathParam("company") String company) {
        var companyId = subject.requireConnectionAdministrator(company);
        return new Disabled(SingleSignOn.OFF, disableConnection.handle(companyId, subject.actor()));
    }
}
