package io.dovetail.sso.verification;

import io.dovetail.kit.identity.BrowserCookie;
import io.dovetail.kit.identity.Subject;
import io.dovetail.kit.openapi.Refuses;
import io.dovetail.kit.problem.CommonProblems;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.ResponseStatus;

/** An administrator's verifications. */
@Path("/api/sso/{company}/verifications")
@Authenticated
public class VerificationResource {
    private final Subject subject;
    private final Verify verify;
    private final LinkMyAccount linkMyAccount;
    private final BrowserCookie browserCookie;

    VerificationResource(Subject subject, Verify verify, LinkMyAccount linkMyAccount, BrowserCookie browserCookie) {
        this.subject = subject;
        this.verify = verify;
        this.linkMyAccount = linkMyAccount;
        this.browserCookie = browserCookie;
    }

    /** A ticket for binding-service, good for a minute. */
    @Schema(name = "BindingTicket")
    public record Ticket(String ticket) {}

    @POST
    @ResponseStatus(201)
    @Operation(
            operationId = "startVerification",
            summary = "Begin a verification: a real sign-in that only reports",
            description =
                    "Open `loginUrl` in the browser; the draft is tested, or the current version when there is no draft.")
    @Refuses(status = 403, with = "forbidden")
    @Refuses(status = 409, with = "nothing-saved")
    public Verify.Started start(@PathParam("company") String company) {
        return verify.start(subject.requireConnectionAdministrator(company), subject.actor());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readVerification", summary = "How a verification went, rule by rule")
    @Refuses(status = 403, with = "forbidden")
    public VerificationView read(
            @PathParam("company") String company,
            @Parameter(description = "The verification's id, a UUID") @PathParam("id") String id) {
        return verify.view(subject.requireConnectionAdministrator(company), id(id), subject.userId());
    }

    @POST
    @Path("/{id}/link")
    @Operation(
            operationId = "linkMyAccount",
            summary = "Link my account to the identity that a verification showed",
            description = "Call it in the browser that verified, with its cookie, and take the ticket to `POST"
                    + " /api/bindings` within a minute.")
    @Refuses(
            status = 403,
            with = {"forbidden", "verification-of-another", "other-browser"})
    @Refuses(status = 409, with = "verification-not-passed")
    public Ticket link(
            @PathParam("company") String company,
            @Parameter(description = "The verification's id, a UUID") @PathParam("id") String id,
            @Context HttpHeaders headers) {
        var browser = Optional.ofNullable(headers.getCookies().get(browserCookie.name()))
                .map(cookie -> BrowserCookie.hash(cookie.getValue()));
        return new Ticket(linkMyAccount.handle(new LinkMyAccount.Command(
                subject.requireConnectionAdministrator(company), id(id), subject.actor(), browser)));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw CommonProblems.notFound().exception(notAnId);
        }
    }
}
